import { describe } from 'vitest';
import { table } from './table.js';

describe('written and numeric dates that carry their year', () => {
  table(
    undefined,
    `
2025-12-18 | 2025-12-18
2025/12/18 | 2025-12-18
2025-12-27T10:00:00Z | 2025-12-27
2025-12-27T23:30:00+09:00 | 2025-12-27
18 December 2025 | 2025-12-18
18 Dec 2025 | 2025-12-18
18 Dec. 2025 | 2025-12-18
18th December 2025 | 2025-12-18
the 18th of December 2025 | 2025-12-18
the 18th of December, 2025 | 2025-12-18
December 18, 2025 | 2025-12-18
December 18 2025 | 2025-12-18
Dec. 18, 2025 | 2025-12-18
Dec 18, 2025 | 2025-12-18
December 18th, 2025 | 2025-12-18
Sept. 11, 2001 | 2001-09-11
Sep 11 2001 | 2001-09-11
on May 8, 1945 | 1945-05-08
1 March 2022 | 2022-03-01
March 1, 2022 | 2022-03-01
29 February 2024 | 2024-02-29
29 February 2023 | ?
31 April 2024 | ?
Saturday, December 27, 2025 | 2025-12-27
Saturday 27 December 2025 | 2025-12-27
Sat., Dec. 27, 2025 | 2025-12-27
18/12/2025 | 2025-12-18
12/18/2025 | 2025-12-18
12/18/25 | 2025-12-18
18.12.2025 | 2025-12-18
03.04.2025 | 2025-04-03
05/06/2025 | ?
05/05/2025 | 2025-05-05
12-18-2025 | 2025-12-18
June 2024 | 2024-06-01 | 2024-06-30 | month
in June 2024 | 2024-06-01 | 2024-06-30 | month
June, 2024 | 2024-06-01 | 2024-06-30 | month
June of 2024 | 2024-06-01 | 2024-06-30 | month
Feb. 2024 | 2024-02-01 | 2024-02-29 | month
February 2023 | 2023-02-01 | 2023-02-28 | month
May 2020 | 2020-05-01 | 2020-05-31 | month
March 2022 | 2022-03-01 | 2022-03-31 | month
2024-06 | 2024-06-01 | 2024-06-30 | month
2014 | 2014-01-01 | 2014-12-31 | year
in 2014 | 2014-01-01 | 2014-12-31 | year
the year 2014 | 2014-01-01 | 2014-12-31 | year
throughout 2024 | 2024-01-01 | 2024-12-31 | year
1648 | 1648-01-01 | 1648-12-31 | year
the 1990s | 1990-01-01 | 1999-12-31 | decade
1980s | 1980-01-01 | 1989-12-31 | decade
the 2020s | 2020-01-01 | 2029-12-31 | decade
the 20th century | 1901-01-01 | 2000-12-31 | range
the nineteenth century | 1801-01-01 | 1900-12-31 | range
the twenty-first century | 2001-01-01 | 2100-12-31 | range
May 3-5, 2024 | 2024-05-03 | 2024-05-05 | range
3–5 May 2024 | 2024-05-03 | 2024-05-05 | range
3-5 May 2024 | 2024-05-03 | 2024-05-05 | range
May 3 to 5, 2024 | 2024-05-03 | 2024-05-05 | range
May 3 and 4, 2024 | 2024-05-03 | 2024-05-04 | range
May 30 to June 2, 2024 | 2024-05-30 | 2024-06-02 | range
from May 30 to June 2, 2024 | 2024-05-30 | 2024-06-02 | range
December 30, 2023 to January 2, 2024 | 2023-12-30 | 2024-01-02 | range
from 2019 to 2021 | 2019-01-01 | 2021-12-31 | range
between 2019 and 2021 | 2019-01-01 | 2021-12-31 | range
2014-2016 | 2014-01-01 | 2016-12-31 | range
2014–2016 | 2014-01-01 | 2016-12-31 | range
2019-21 | 2019-01-01 | 2021-12-31 | range
2023/24 | 2023-01-01 | 2024-12-31 | range
from June 2023 to March 2024 | 2023-06-01 | 2024-03-31 | range
between June and August 2024 | 2024-06-01 | 2024-08-31 | range
June to August 2024 | 2024-06-01 | 2024-08-31 | range
from October 2023 to March | 2023-10-01 | 2024-03-31 | range
between 3 and 5 May 2024 | 2024-05-03 | 2024-05-05 | range
from 2021 to 2019 | ?
9/11 | 2001-09-11
Easter 2024 | 2024-03-31
Orthodox Easter 2024 | 2024-05-05
Good Friday 2025 | 2025-04-18
Easter Monday 2025 | 2025-04-21
Christmas Eve 2024 | 2024-12-24
New Year's Day 2026 | 2026-01-01
Lunar New Year 2025 | 2025-01-29
Chinese New Year 2024 | 2024-02-10
Eid al-Fitr 2025 | 2025-03-30
Eid al-Adha 2025 | 2025-06-06
Ramadan 2025 | 2025-03-01 | 2025-03-29 | range
Thanksgiving 2025 | 2025-11-27
Black Friday 2025 | 2025-11-28
Labor Day 2025 | 2025-09-01
Yom Kippur 2025 | 2025-10-02
Passover 2025 | 2025-04-13
`,
  );
});

describe('the order of day and month given from outside', () => {
  table(undefined, '05/06/2025 | 2025-06-05', { order: 'dmy' });
  table(undefined, '05/06/2025 | 2025-05-06', { order: 'mdy' });
});

describe('nothing relative without a day to count from', () => {
  table(
    undefined,
    'yesterday | ?\nlast week | ?\nDecember 18 | ?\nSaturday | ?\nthree days ago | ?\nJune | ?',
  );
});

describe('dates without a year lie in the past, that day included', () => {
  table(
    '2025-12-27',
    `
December 18 | 2025-12-18
on December 18 | 2025-12-18
Dec. 18 | 2025-12-18
Dec 27 | 2025-12-27
December 18th | 2025-12-18
18 December | 2025-12-18
the 18th of December | 2025-12-18
Dec 30 | 2024-12-30
January 5 | 2025-01-05
Saturday 27 December | 2025-12-27
Thursday, December 25 | 2025-12-25
the 18th | 2025-12-18
the 30th | 2025-11-30
May 3-5 | 2025-05-03 | 2025-05-05 | range
between 3 and 5 May | 2025-05-03 | 2025-05-05 | range
May 30-June 2 | 2025-05-30 | 2025-06-02 | range
the 18th of last month | 2025-11-18
June | 2025-06-01 | 2025-06-30 | month
in June | 2025-06-01 | 2025-06-30 | month
December | 2025-12-01 | 2025-12-31 | month
last June | 2025-06-01 | 2025-06-30 | month
last December | 2024-12-01 | 2024-12-31 | month
this June | 2025-06-01 | 2025-06-30 | month
next June | 2026-06-01 | 2026-06-30 | month
June last year | 2024-06-01 | 2024-06-30 | month
June of last year | 2024-06-01 | 2024-06-30 | month
May 3 last year | 2024-05-03
from October to March | 2024-10-01 | 2025-03-31 | range
9/11 | 2001-09-11
the October 7 attack | ?
New Year's Day | 2025-01-01
New Year's Eve | 2024-12-31
Christmas | 2025-12-25
last Christmas | 2025-12-25
next Christmas | 2026-12-25
Easter | 2025-04-20
Easter next year | 2026-04-05
Victory Day | 2025-05-09
China's Victory Day | 2025-09-03
Lunar New Year | 2025-01-29
Ukraine's Independence Day | 2025-08-24
Independence Day | ?
Liberation Day | ?
South Korea's Liberation Day | 2025-08-15
on the anniversary | ?
fiscal 2024 | ?
FY2024-25 | ?
the 2023-24 fiscal year | ?
last fiscal year | ?
`,
  );
});

describe('a report of January', () => {
  table(
    '2026-01-03',
    'on December 30 | 2025-12-30\nDecember | 2025-12-01 | 2025-12-31 | month\nJanuary 2 | 2026-01-02\nlast month | 2025-12-01 | 2025-12-31 | month',
  );
});

describe('the future when the tense says so', () => {
  table(
    '2025-12-27',
    'January 5 | 2026-01-05\nSaturday | 2025-12-27\nMonday | 2025-12-29\nin June | 2026-06-01 | 2026-06-30 | month\nChristmas | 2026-12-25\nthe weekend | 2025-12-27 | 2025-12-28 | range',
    { tense: 'future' },
  );
});
