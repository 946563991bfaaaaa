import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  EventView,
  LedgerSummary,
  Page as PageOf,
  RelationView,
  ReportRow,
  StoryRow,
  WorldView,
} from '../../src/serve/index.js';
import { folder, ledgerIn } from '../serve/fixture.js';
import {
  DESK,
  type Looked,
  look,
  missing,
  openBrowser,
  PHONE,
  serve,
  settled,
  violations,
} from './harness.js';

const REPORT = `Norway pledges boats

NAIROBI, May 14, 2025 - Norway will give Kenya 12 patrol boats, Foreign Minister Espen Barth Eide said in Nairobi on Wednesday.

Norway and Kenya signed an agreement on Monday, the Kenyan foreign ministry said. "We have not seen a single boat," a Kenyan official said.`;

describe.skipIf(missing)('the page (skipped where no Chromium is installed or the page is not built)', () => {
  const place = missing ? undefined : folder();
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let looked: Looked;
  let page: Page;
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${server.address}${path}`)).json() as Promise<T>;
  const open = async (path: string): Promise<void> => {
    await page.goto(`${server.address}${path}`);
    await settled(page);
  };

  beforeAll(async () => {
    server = await serve(await ledgerIn(place!.path));
    browser = await openBrowser();
    looked = await look(browser);
    page = looked.page;
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    place?.remove();
  });

  describe('Ask', () => {
    it('shows the most reported relations and questions about them', async () => {
      await open('/');
      expect(await page.locator('.examples a').count()).toBeGreaterThanOrEqual(3);
      const rows = await page.locator('table.dyads tbody tr').allInnerTexts();
      expect(rows[0]).toMatch(/China and United States/);
    });

    it('answers with a verdict, the numbers, the chart and the sentences; the link holds the question', async () => {
      await page
        .getByLabel('Question')
        .fill('How have relations between China and the United States changed?');
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toMatch(/China and the United States/);
      expect(await page.locator('.asked').innerText()).toMatch(
        /how the relation moves.*China.*United States/,
      );
      await page.locator('.chart svg .bar').first().waitFor({ state: 'attached' });
      const verdict = await page.locator('.verdict').innerText();
      await page.reload();
      await page.locator('.verdict').waitFor();
      expect(await page.locator('.verdict').innerText()).toBe(verdict);
    });

    it('says how it read a question that names nobody', async () => {
      await open(`/?q=${encodeURIComponent('What is new?')}`);
      expect(await page.locator('main').innerText()).toMatch(/two/i);
    });
  });

  describe('Relation', () => {
    const path = '/relation/CHN/USA';
    const slider = () => page.getByRole('slider');

    it('tells reports, independent sources and acts apart, each as the server counts them', async () => {
      await open('/relation/ISR/LBN');
      const { counts } = await get<RelationView>('/api/relations/ISR/LBN');
      const shown = await page.locator('.lead .counts li').allInnerTexts();
      const many = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
      expect(shown.map((text) => text.trim())).toEqual([
        many(counts.acts, 'act'),
        many(counts.sources, 'independent source'),
        many(counts.reports, 'report'),
        many(counts.events, 'event'),
      ]);
    });

    it('opens the sentences behind a number, as many as the server counts, and closes them by Escape', async () => {
      await page.locator('.lead .counts a').first().click();
      const drawer = page.getByRole('dialog', { name: 'Sentences' });
      await drawer.locator('.event').first().waitFor();
      const { total } = await get<PageOf<EventView>>('/api/events?between=ISR,LBN');
      expect(await drawer.locator('.event').count()).toBe(total);
      expect(await drawer.locator('blockquote').first().innerText()).toMatch(
        /Israel struck a base in Lebanon/,
      );
      expect(new URL(page.url()).searchParams.get('sentences')).toMatch(/between=ISR/);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.get('sentences')).toBeNull();
    });

    it('marks each shift, names its interval, and leads to the acts behind it', async () => {
      await open(`${path}?since=2024-03-01`);
      const { shifts } = await get<RelationView>('/api/relations/CHN/USA?since=2024-03-01');
      expect(shifts.map(({ day }) => day)).toEqual(['2024-07-01']);
      expect(await page.locator('.shift-flag').count()).toBe(1);
      expect(await page.locator('.shift-list > li').innerText()).toMatch(/1 Jul 2024 towards cooperation/);
      await page.getByText('Acts behind it').click();
      await page.getByRole('link', { name: 'All sentences behind it' }).click();
      // The eight friendly acts of July stand behind it, and none of the hostile ones before.
      await page.locator('.drawer .event').nth(7).waitFor();
      expect(await page.locator('.drawer .event .root.vc').count()).toBe(8);
      expect(await page.locator('.drawer .event').count()).toBe(8);
      await page.keyboard.press('Escape');
    });

    it('is walked through by the arrow keys, which tell each month', async () => {
      await open(path);
      await slider().focus();
      await page.keyboard.press('End');
      const { points } = await get<RelationView>('/api/relations/CHN/USA');
      const last = points.at(-1)!;
      const text = await slider().getAttribute('aria-valuetext');
      expect(text).toMatch(/^1 to 8 Jul 2024: index /);
      expect(text).toContain(`${last.acts} acts`);
      await page.keyboard.press('ArrowLeft');
      expect(await slider().getAttribute('aria-valuetext')).toMatch(/^June 2024: index −/);
    });

    it('lets a period be chosen by keys and by dragging, and keeps it in the link', async () => {
      await page.keyboard.press('Shift+ArrowLeft');
      const query = () => new URL(page.url()).searchParams;
      expect([query().get('from'), query().get('to')]).toEqual(['2024-05-01', '2024-06-30']);
      expect(await page.locator('.period-line h2').innerText()).toBe('1 May 2024 to 30 Jun 2024');
      await slider().focus();
      await page.keyboard.press('Escape');
      expect(query().get('from')).toBeNull();
      const box = (await slider().boundingBox())!;
      await page.mouse.move(box.x + 4, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 });
      await page.mouse.up();
      expect(query().get('from')).toBe('2024-01-03');
      await page.reload();
      await settled(page);
      expect(await page.locator('rect.chosen').count()).toBe(1);
    });

    it('changes its steps and its panels', async () => {
      await open(path);
      await page.getByText('week', { exact: true }).click();
      await page.locator('[role=slider][aria-label*=week]').waitFor();
      expect(new URL(page.url()).searchParams.get('step')).toBe('week');
      await page.getByText('Quad classes').click();
      expect(await page.locator('.panel-title').allTextContents()).toEqual(['Index', 'Acts by quad class']);
      await page.getByText('Balance', { exact: true }).click();
      expect(await page.locator('.balance-line').count()).toBe(2);
    });

    it('finds another actor by name with the keys of a combobox', async () => {
      await open('/relation/KEN/RUS');
      const field = page.getByRole('combobox', { name: 'Second actor' });
      await field.fill('ethio');
      await page.getByRole('option', { name: /Ethiopia/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/relation\/KEN\/ETH/);
      await page.getByRole('heading', { name: 'Kenya and Ethiopia' }).waitFor();
    });

    it('lists stories, disagreements and registers, each behind its tab', async () => {
      await open('/relation/ETH/KEN?tab=agreements');
      await page.locator('[role=tabpanel] .story-line').first().waitFor();
      expect(await page.locator('[role=tabpanel]').innerText()).toMatch(/trade agreement/);
      await page.getByRole('tab', { name: 'Agreements', exact: true }).press('ArrowRight');
      await page.waitForURL(/tab=material/);
      await page.getByRole('tab', { name: 'Stories' }).click();
      await page.locator('.story-line .event-text a').first().waitFor();
    });

    it('gives the chart as a table whose numbers lead to their sentences', async () => {
      await open(`${path}?tab=numbers`);
      const row = page.locator('table.points tbody tr').first();
      expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(/8 Jul 2024 .* 8 0 0 0 8 /);
      await row.getByRole('link', { name: '8' }).click();
      await page.locator('.drawer .event').nth(7).waitFor();
      await page.keyboard.press('Escape');
    });

    it('says what to do where nothing is told', async () => {
      await open('/relation/FJI/NOR');
      expect(await page.locator('.empty').innerText()).toMatch(
        /no act between Fiji and Norway[\s\S]*read a report/,
      );
    });
  });

  describe('World', () => {
    it('counts who moved, names the time compared with, and lists every relation for screen readers', async () => {
      await open('/world?month=2024-07');
      const view = await get<WorldView>('/api/world?month=2024-07');
      const counts = (await page.locator('.directions a b').allInnerTexts()).map(Number);
      expect(counts).toEqual([
        view.counts.closer,
        view.counts.apart,
        view.counts.unchanged,
        view.counts.unknown,
      ]);
      expect(view.counts.closer).toBe(1);
      expect(await page.locator('table.movements tbody tr').count()).toBe(view.movements.length);
      expect(await page.locator('.lede').innerText()).toMatch(/against Jan 2024 to Jun 2024/);
      expect(await page.locator('.map svg .arc.closer').count()).toBe(1);
    });

    it('leads from the matrix to the relation in that month', async () => {
      await page
        .getByRole('link', { name: /^China and United States: closer/ })
        .first()
        .click();
      await page.waitForURL(/relation\/CHN\/USA\?from=2024-07-01&to=2024-07-31/);
      await settled(page);
    });

    it('chooses a state by its name, in the link', async () => {
      await open('/world?month=2024-07');
      await page.getByRole('combobox', { name: 'State' }).fill('chin');
      await page.getByRole('option', { name: /China/ }).click();
      await page.waitForURL(/state=CHN/);
      expect(await page.locator('.map .chosen-state').count()).toBe(1);
    });
  });

  describe('Report', () => {
    it('reads what is pasted and marks it, and a hover joins text and event', async () => {
      await open('/report');
      await page.getByLabel(/Text, HTML or the address/).fill(REPORT);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.reading .text').waitFor();
      expect(await page.locator('.reading h1').innerText()).toBe('Norway pledges boats');
      for (const kind of ['actor', 'act', 'date', 'figure', 'quotation'])
        expect([kind, (await page.locator(`.text .m.${kind}`).count()) > 0]).toEqual([kind, true]);
      const event = page.locator('.events li').first();
      await event.hover();
      const id = await event.getAttribute('data-events');
      expect(await page.locator(`.text .m.on[data-events~="${id}"]`).count()).toBeGreaterThan(0);
      await page.mouse.move(2, 2);
      await page.locator('.text .note').first().focus();
      await page.locator('.events li.on').waitFor();
    });

    it('gives a link that reads the same again, though nothing was stored', async () => {
      await page.locator('.reading > header summary').click();
      await page.getByRole('button', { name: 'Link' }).click();
      const link = await page.getByRole('textbox', { name: 'Link to this view' }).inputValue();
      await page.getByRole('button', { name: 'Close' }).click();
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('.reading h1').waitFor();
      expect(await page.locator('.reading h1').innerText()).toBe('Norway pledges boats');
      const { total } = await get<PageOf<ReportRow>>('/api/reports');
      expect(total).toBe(5);
    });

    it('lists the kept reports and opens one with its events', async () => {
      await open('/report');
      await page.locator('.report-row').first().waitFor();
      expect(await page.locator('.report-row').count()).toBe(5);
      await page.getByRole('link', { name: 'Talks in Nairobi' }).click();
      await page.locator('.reading .text').waitFor();
      expect(await page.locator('.text').innerText()).toContain('We have a future together');
      await page.locator('.event-button').first().click();
      expect(new URL(page.url()).searchParams.get('event')).not.toBeNull();
    });

    it('says when there is nothing to read', async () => {
      await open('/report');
      await page.getByRole('button', { name: 'Read it' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch(/nothing to read/);
    });
  });

  describe('Story and sources', () => {
    it('shows all tellings of an act in order of time, and where they differ', async () => {
      const { items } = await get<PageOf<StoryRow>>('/api/stories?order=reports');
      const story = items.find(({ disagreements }) => disagreements > 0)!;
      await open(`/story/${story.id}`);
      const days = await page
        .locator('.tellings > li > .when time')
        .evaluateAll((times) => times.map((time) => (time as unknown as { dateTime: string }).dateTime));
      expect(days.length).toBe(story.counts.events);
      expect(days).toEqual([...days].sort());
      expect(await page.locator('.dispute .sides > li').count()).toBeGreaterThanOrEqual(2);
    });

    it('searches the acts', async () => {
      await open('/stories');
      await page.getByLabel('Words').fill('trade agreement');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=trade/);
      await page.getByText('1 act', { exact: true }).waitFor();
    });

    it('sorts the outlets and opens one', async () => {
      await open('/sources');
      await page.getByRole('link', { name: 'Differs' }).click();
      await page.waitForURL(/sort=differs/);
      await page.getByRole('link', { name: 'Sample Wire' }).click();
      await page.getByRole('heading', { name: 'Sample Wire' }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(/Told differently/);
    });
  });

  describe('Export', () => {
    const saved = async (name: string): Promise<Buffer> => {
      await page.locator('.lead summary').click();
      const coming = page.waitForEvent('download');
      await page.locator('.menu').getByText(name, { exact: true }).click();
      return readFileSync((await (await coming).path())!);
    };

    it('saves the rows, the answer and the chart', async () => {
      await open('/relation/CHN/USA');
      const csv = (await saved('CSV')).toString();
      expect(csv).toBe(await (await fetch(`${server.address}/api/relations/CHN/USA?format=csv`)).text());
      const json = JSON.parse((await saved('JSON')).toString()) as RelationView;
      expect(json.counts).toEqual((await get<RelationView>('/api/relations/CHN/USA')).counts);
      const svg = (await saved('SVG')).toString();
      expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).not.toMatch(/class=|var\(/);
      const png = await saved('PNG');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(5000);
    });

    it('shows the SQL and the citation of the view', async () => {
      const { meta } = await get<RelationView>('/api/relations/CHN/USA');
      for (const [name, title, text] of [
        ['SQL', 'SQL that made it', meta.sql],
        ['Citation', 'Citation', meta.citation],
      ] as const) {
        await page.locator('.lead summary').click();
        await page.locator('.menu').getByText(name, { exact: true }).click();
        expect(await page.getByRole('textbox', { name: title }).inputValue()).toBe(text);
        await page.keyboard.press('Escape');
      }
    });
  });

  it('is switched to dark and keeps that', async () => {
    await open('/');
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await paper();
    const button = page.getByRole('button', { name: /^Colours/ });
    await button.click();
    await button.click();
    expect(await paper()).not.toBe(light);
    await page.reload();
    await settled(page);
    expect(await paper()).not.toBe(light);
    await button.click();
    expect(await paper()).toBe(light);
  });

  it('goes from view to view by keys, which can be switched off', async () => {
    await open('/');
    await page.keyboard.press('3');
    await page.waitForURL(/\/world/);
    await page.keyboard.press('?');
    await page.getByLabel('Single keys are on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    expect(new URL(page.url()).pathname).toBe('/world');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Keys of this page' }).click();
    await page.getByLabel('Single keys are on').check();
    await page.keyboard.press('Escape');
  });

  it('hears of a report that is added, and shows it', async () => {
    await open('/report');
    const before = await get<LedgerSummary>('/api/ledger');
    const text = 'Peru meets Chile\n\nLIMA, June 2, 2024 - Peru and Chile held talks in Lima on Sunday.';
    await fetch(`${server.address}/api/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, name: 'Sample Wire' }),
    });
    await page.getByText('1 new report in the ledger').waitFor();
    await page.getByRole('link', { name: 'Peru meets Chile' }).waitFor();
    expect(await page.locator('.ledger-line').innerText()).toContain(`${before.reports + 1} reports`);
  });

  it('gave no browser anything to complain of', () => {
    expect(looked.complaints).toEqual([]);
  });

  describe('is fit for everybody: axe finds no violation', () => {
    for (const [size, viewport] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`on a ${size}, ${colorScheme}`, async () => {
          const { items: stories } = await get<PageOf<StoryRow>>('/api/stories?order=reports');
          const { items: reports } = await get<PageOf<ReportRow>>('/api/reports');
          const one = await look(browser, { viewport, colorScheme });
          const paths = [
            '/',
            `/?q=${encodeURIComponent('Did Poland expel Russia?')}`,
            '/relation',
            '/relation/CHN/USA?tab=numbers',
            '/relation/ISR/LBN?sentences=between%3DISR%252CLBN',
            '/relation/ISR/LBN?tab=disagreements',
            '/world?month=2024-07',
            '/report',
            `/report/${reports.at(-1)!.id}`,
            '/stories',
            `/story/${stories[0]!.id}`,
            '/sources',
            '/sources/Sample%20Wire',
            '/nowhere',
          ];
          const found: string[] = [];
          for (const path of paths) {
            await one.page.goto(`${server.address}${path}`);
            await settled(one.page);
            for (const violation of await violations(one.page)) found.push(`${path}: ${violation}`);
            const wide = await one.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
            if (wide > 0) found.push(`${path}: ${wide} pixels wider than the screen`);
          }
          expect(found).toEqual([]);
          expect(one.complaints).toEqual([]);
          await one.close();
        }, 60_000);
      }
    }
  });
});
