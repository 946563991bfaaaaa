import { describe } from 'vitest';
import { table } from './table.js';

describe('counted from Saturday, 27 December 2025', () => {
  table(
    '2025-12-27',
    `
today | 2025-12-27
yesterday | 2025-12-26
tomorrow | 2025-12-28
tonight | 2025-12-27
last night | 2025-12-26
this morning | 2025-12-27
this evening | 2025-12-27
yesterday afternoon | 2025-12-26
tomorrow morning | 2025-12-28
earlier today | 2025-12-27
later today | 2025-12-27
overnight | 2025-12-26 | 2025-12-27 | range
the day before yesterday | 2025-12-25
the day after tomorrow | 2025-12-29
Saturday | 2025-12-27
on Saturday | 2025-12-27
last Saturday | 2025-12-20
next Saturday | 2026-01-03
this Saturday | 2025-12-27
last Friday | 2025-12-26
on Friday | 2025-12-26
Friday | 2025-12-26
next Friday | 2026-01-02
this Friday | 2025-12-26
this coming Friday | 2026-01-02
this past Friday | 2025-12-26
coming Monday | 2025-12-29
next Monday | 2025-12-29
last Sunday | 2025-12-21
next Sunday | 2025-12-28
Sunday | 2025-12-21
on Monday | 2025-12-22
Tuesday | 2025-12-23
this Wednesday | 2025-12-24
Thursday night | 2025-12-25
late Thursday | 2025-12-25
early on Saturday | 2025-12-27
early Friday morning | 2025-12-26
Friday last week | 2025-12-19
Monday of last week | 2025-12-15
Tuesday next week | 2025-12-30
Friday the 13th | 2025-06-13
at 3:40 p.m. on Tuesday | 2025-12-23
Tuesday at 9 am | 2025-12-23
at noon on Friday | 2025-12-26
0600 GMT on Friday | 2025-12-26
over the weekend | 2025-12-27 | 2025-12-28 | range
this weekend | 2025-12-27 | 2025-12-28 | range
last weekend | 2025-12-20 | 2025-12-21 | range
next weekend | 2026-01-03 | 2026-01-04 | range
last week | 2025-12-15 | 2025-12-21 | week
this week | 2025-12-22 | 2025-12-28 | week
next week | 2025-12-29 | 2026-01-04 | week
the week before last | 2025-12-08 | 2025-12-14 | week
the week after next | 2026-01-05 | 2026-01-11 | week
last month | 2025-11-01 | 2025-11-30 | month
this month | 2025-12-01 | 2025-12-31 | month
next month | 2026-01-01 | 2026-01-31 | month
last quarter | 2025-07-01 | 2025-09-30 | quarter
this quarter | 2025-10-01 | 2025-12-31 | quarter
next quarter | 2026-01-01 | 2026-03-31 | quarter
last year | 2024-01-01 | 2024-12-31 | year
this year | 2025-01-01 | 2025-12-31 | year
the current year | 2025-01-01 | 2025-12-31 | year
next year | 2026-01-01 | 2026-12-31 | year
the year before last | 2023-01-01 | 2023-12-31 | year
last decade | 2010-01-01 | 2019-12-31 | decade
this decade | 2020-01-01 | 2029-12-31 | decade
last century | 1901-01-01 | 2000-12-31 | range
earlier this week | 2025-12-22 | 2025-12-27 | range
later this week | 2025-12-27 | 2025-12-28 | range
earlier this month | 2025-12-01 | 2025-12-27 | range
later this month | 2025-12-27 | 2025-12-31 | range
earlier this year | 2025-01-01 | 2025-12-27 | range
later in the year | 2025-12-27 | 2025-12-31 | range
so far this year | 2025-01-01 | 2025-12-27 | range
late last year | 2024-09-01 | 2024-12-31 | range
early last month | 2025-11-01 | 2025-11-10 | range
early next year | 2026-01-01 | 2026-04-30 | range
mid-June | 2025-06-11 | 2025-06-20 | range
mid June | 2025-06-11 | 2025-06-20 | range
late March | 2025-03-21 | 2025-03-31 | range
early 2024 | 2024-01-01 | 2024-04-30 | range
mid-2024 | 2024-05-01 | 2024-08-31 | range
late 2024 | 2024-09-01 | 2024-12-31 | range
the end of March | 2025-03-21 | 2025-03-31 | range
the beginning of 2024 | 2024-01-01 | 2024-01-31 | range
the end of 2024 | 2024-12-01 | 2024-12-31 | range
the end of the year | 2025-12-01 | 2025-12-31 | range
the early 1990s | 1990-01-01 | 1993-12-31 | range
the mid-1990s | 1994-01-01 | 1996-12-31 | range
the late 1980s | 1987-01-01 | 1989-12-31 | range
the nineties | 1990-01-01 | 1999-12-31 | decade
the '90s | 1990-01-01 | 1999-12-31 | decade
the first half of 2023 | 2023-01-01 | 2023-06-30 | range
the second half of last year | 2024-07-01 | 2024-12-31 | range
H1 2024 | 2024-01-01 | 2024-06-30 | range
Q3 2024 | 2024-07-01 | 2024-09-30 | quarter
the third quarter of 2024 | 2024-07-01 | 2024-09-30 | quarter
the first quarter | 2025-01-01 | 2025-03-31 | quarter
the fourth quarter of last year | 2024-10-01 | 2024-12-31 | quarter
the first week of March | 2025-03-01 | 2025-03-07 | week
the last week of March 2024 | 2024-03-25 | 2024-03-31 | week
the last three months of 2024 | 2024-10-01 | 2024-12-31 | range
the first two weeks of May | 2025-05-01 | 2025-05-14 | range
the last day of June 2024 | 2024-06-30
the first Monday in June 2024 | 2024-06-03
the last Sunday of October 2024 | 2024-10-27
summer 2022 | 2022-06-01 | 2022-08-31 | quarter
the summer of 2022 | 2022-06-01 | 2022-08-31 | quarter
spring 2023 | 2023-03-01 | 2023-05-31 | quarter
fall 2023 | 2023-09-01 | 2023-11-30 | quarter
winter of 2022-23 | 2022-12-01 | 2023-02-28 | quarter
last summer | 2025-06-01 | 2025-08-31 | quarter
last winter | 2024-12-01 | 2025-02-28 | quarter
this winter | 2025-12-01 | 2026-02-28 | quarter
next spring | 2026-03-01 | 2026-05-31 | quarter
the turn of the year | 2025-12-31 | 2026-01-01 | range
three days ago | 2025-12-24
a day ago | 2025-12-26
two weeks ago | 2025-12-08 | 2025-12-14 | week
a week ago | 2025-12-15 | 2025-12-21 | week
six months ago | 2025-06-01 | 2025-06-30 | month
a month ago | 2025-11-01 | 2025-11-30 | month
a year ago | 2024-01-01 | 2024-12-31 | year
ten years ago | 2015-01-01 | 2015-12-31 | year
twenty-five years ago | 2000-01-01 | 2000-12-31 | year
nearly two years ago | 2023-01-01 | 2023-12-31 | year
a decade ago | 2010-01-01 | 2019-12-31 | decade
a year ago today | 2024-12-27
a week ago today | 2025-12-20
a couple of days ago | 2025-12-25
a fortnight ago | 2025-12-08 | 2025-12-14 | week
48 hours ago | 2025-12-25
two hours ago | 2025-12-27
a year and a half ago | 2024-06-01 | 2024-06-30 | month
more than three years ago | * | 2022-12-27 | year
several days ago | * | 2025-12-25 | day
two days earlier | 2025-12-25
two days later | 2025-12-29
the day before | 2025-12-26
the following day | 2025-12-28
the next day | 2025-12-28
the previous day | 2025-12-26
the following month | 2026-01-01 | 2026-01-31 | month
a year earlier | 2024-01-01 | 2024-12-31 | year
two days before Christmas | 2025-12-23
a week after June 5, 2024 | 2024-06-10 | 2024-06-16 | week
the day after Easter | 2025-04-21
in three days | 2025-12-30
in two weeks | 2026-01-05 | 2026-01-11 | week
every Friday | ?
a week from Friday | 2026-01-09
New Year 2026 | 2026-01-01
the week of December 15 | 2025-12-15 | 2025-12-21 | week
the weekend of 3 May | 2025-05-03 | 2025-05-04 | range
two weeks from now | 2026-01-05 | 2026-01-11 | week
in two years' time | 2027-01-01 | 2027-12-31 | year
the past two weeks | 2025-12-13 | 2025-12-27 | range
the last 24 hours | 2025-12-26 | 2025-12-27 | range
the last three months | 2025-09-27 | 2025-12-27 | range
the past year | 2024-12-27 | 2025-12-27 | range
the next two weeks | 2025-12-27 | 2026-01-10 | range
recent weeks | * | 2025-12-27 | range
the coming days | 2025-12-27 | * | range
within 48 hours | 2025-12-27 | 2025-12-29 | range
for three years | 2022-12-27 | 2025-12-27 | range | for
for the past two weeks | 2025-12-13 | 2025-12-27 | range | for
since last year | 2024-01-01 | * | year | since
since 2014 | 2014-01-01 | * | year | since
since June | 2025-06-01 | * | month | since
since Monday | 2025-12-22 | * | day | since
since February 24, 2022 | 2022-02-24 | * | day | since
since early 2024 | 2024-01-01 | * | range | since
since the start of the year | 2025-01-01 | * | day | since
since the signing of a treaty in June 2024 | 2024-06-01 | * | month | since
until Friday | * | 2026-01-02 | day | until
until 2030 | * | 2030-12-31 | year | until
by the end of the year | * | 2025-12-31 | day | until
by Monday | * | 2025-12-29 | day | until
before 2014 | * | 2013-12-31 | year | until
after June 2024 | 2024-07-01 | * | month | since
Monday to Friday | 2025-12-22 | 2025-12-26 | range
from Monday to Friday | 2025-12-22 | 2025-12-26 | range
from 2020 to now | 2020-01-01 | 2025-12-27 | range
`,
  );
});

describe('counted from Wednesday, 31 December 2025', () => {
  table(
    '2025-12-31',
    `
last Friday | 2025-12-26
next Friday | 2026-01-02
Friday | 2025-12-26
Wednesday | 2025-12-31
last Wednesday | 2025-12-24
this Friday | 2026-01-02
over the weekend | 2025-12-27 | 2025-12-28 | range
last weekend | 2025-12-27 | 2025-12-28 | range
this weekend | 2026-01-03 | 2026-01-04 | range
next weekend | 2026-01-10 | 2026-01-11 | range
tomorrow | 2026-01-01
next month | 2026-01-01 | 2026-01-31 | month
one month ago | 2025-11-01 | 2025-11-30 | month
`,
  );
});

describe('not a time, or not one that can be told', () => {
  table(
    '2025-12-27',
    `
second | ?
1,500 troops | ?
Resolution 2231 | ?
Article 5 | ?
F-16 | ?
G20 | ?
24-hour | ?
the 38th parallel | ?
Boeing 737 | ?
the Fourth Estate | ?
$2000 | ?
3-1 | ?
the president | ?
`,
  );
});
