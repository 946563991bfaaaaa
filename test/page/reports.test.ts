import { describe, expect, it } from 'vitest';
import type { LedgerSummary, Page as PageOf, ReportRow, StoryRow } from '../../src/serve/index.js';
import { missing, openDesk } from './harness.js';

const REPORT = `Norway pledges boats

NAIROBI, May 14, 2025 - Norway will give Kenya 12 patrol boats, Foreign Minister Espen Barth Eide said in Nairobi on Wednesday.

Norway and Kenya signed an agreement on Monday, the Kenyan foreign ministry said. "We have not seen a single boat," a Kenyan official said.`;

describe.skipIf(missing)(
  'reports, stories and sources (skipped where no Chromium is installed or the page is not built)',
  () => {
    const desk = openDesk();

    describe('Report', () => {
      it('reads what is pasted and marks it, and a hover joins text and event', async () => {
        await desk.open('/report');
        await desk.page.getByLabel(/Text, HTML or the address/).fill(REPORT);
        await desk.page.getByRole('button', { name: 'Read it' }).click();
        await desk.page.locator('.reading .text').waitFor();
        await expect.poll(() => desk.page.locator('.reading h1').innerText()).toBe('Norway pledges boats');
        for (const kind of ['actor', 'act', 'date', 'figure', 'quotation'])
          expect([kind, (await desk.page.locator(`.text .m.${kind}`).count()) > 0]).toEqual([kind, true]);
        const event = desk.page.locator('.events li').first();
        await event.hover();
        const id = await event.getAttribute('data-events');
        await expect
          .poll(() => desk.page.locator(`.text .m.on[data-events~="${id}"]`).count())
          .toBeGreaterThan(0);
        await desk.page.mouse.move(2, 2);
        await desk.page.locator('.text .note').first().focus();
        await desk.page.locator('.events li.on').waitFor();
        await desk.page.locator('.event-button').first().click();
        await desk.page.getByLabel('Dates').uncheck();
        await expect.poll(() => new URL(desk.page.url()).search).toMatch(/event=.*hide=date/);
      });

      it('gives a link that reads the same again, though nothing was stored', async () => {
        await desk.page.locator('.reading > header summary').click();
        await desk.page.getByRole('button', { name: 'Link' }).click();
        const link = await desk.page.getByRole('textbox', { name: 'Link to this view' }).inputValue();
        await desk.page.getByRole('button', { name: 'Close' }).click();
        await desk.page.goto('about:blank');
        await desk.page.goto(link);
        await desk.page.locator('.reading h1').waitFor();
        await expect.poll(() => desk.page.locator('.reading h1').innerText()).toBe('Norway pledges boats');
        await expect.poll(() => desk.page.locator('.events li[data-pinned]').count()).toBe(1);
        await expect.poll(() => desk.page.getByLabel('Dates').isChecked()).toBe(false);
        await desk.page.reload();
        await desk.page.locator('.reading h1').waitFor();
        const { total } = await desk.get<PageOf<ReportRow>>('/api/reports');
        expect(total).toBe(5);
      });

      it('goes back from a reading to the desk and forth again, and says when a link is cut short', async () => {
        await desk.page.getByRole('button', { name: 'Read another report' }).click();
        await desk.page.getByRole('heading', { name: 'Watch a report being read' }).waitFor();
        await desk.page.goBack();
        await desk.page.getByRole('heading', { name: 'Norway pledges boats' }).waitFor();
        await desk.page.goto('about:blank');
        await desk.open('/report#r=q1YqSS0uUbJSSk');
        await expect
          .poll(() => desk.page.getByRole('alert').innerText())
          .toMatch(/link holds no whole report/);
      });

      it('lists the kept reports and opens one with its events', async () => {
        await desk.open('/report');
        await desk.page.locator('.report-row').first().waitFor();
        await expect.poll(() => desk.page.locator('.report-row').count()).toBe(5);
        await desk.page.getByRole('link', { name: 'Talks in Nairobi' }).click();
        await desk.page.locator('.reading .text').waitFor();
        await expect
          .poll(() => desk.page.locator('.text').innerText())
          .toContain('We have a future together');
        await desk.page.locator('.event-button').first().click();
        expect(new URL(desk.page.url()).searchParams.get('event')).not.toBeNull();
      });

      it('says when there is nothing to read', async () => {
        await desk.open('/report');
        await desk.page.getByRole('button', { name: 'Read it' }).click();
        await expect.poll(() => desk.page.getByRole('alert').innerText()).toMatch(/nothing to read/);
      });
    });

    describe('Story and sources', () => {
      it('shows all tellings of an act in order of time, and where they differ', async () => {
        const { items } = await desk.get<PageOf<StoryRow>>('/api/stories?order=reports');
        const story = items.find(({ disagreements }) => disagreements > 0)!;
        await desk.open(`/story/${story.id}`);
        const days = await desk.page
          .locator('.tellings > li > .when time')
          .evaluateAll((times) => times.map((time) => (time as unknown as { dateTime: string }).dateTime));
        expect(days.length).toBe(story.counts.events);
        expect(days).toEqual([...days].sort());
        await expect.poll(() => desk.page.locator('.dispute .sides > li').count()).toBeGreaterThanOrEqual(2);
      });

      it('searches the acts', async () => {
        await desk.open('/stories');
        await desk.page.getByLabel('Words').fill('trade agreement');
        await desk.page.keyboard.press('Enter');
        await desk.page.waitForURL(/q=trade/);
        await desk.page.getByText('1 act', { exact: true }).waitFor();
      });

      it('sorts the outlets and opens one', async () => {
        await desk.open('/sources');
        await desk.page.getByRole('link', { name: 'Differs' }).click();
        await desk.page.waitForURL(/sort=differs/);
        await desk.page.getByRole('link', { name: 'Sample Wire' }).click();
        await desk.page.getByRole('heading', { name: 'Sample Wire' }).waitFor();
        await expect.poll(() => desk.page.locator('main').innerText()).toMatch(/Told differently/);
      });
    });

    it('hears of a report that is added, and shows it', async () => {
      await desk.open('/report');
      const before = await desk.get<LedgerSummary>('/api/ledger');
      const text = 'Peru meets Chile\n\nLIMA, June 2, 2024 - Peru and Chile held talks in Lima on Sunday.';
      await fetch(`${desk.address}/api/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, name: 'Sample Wire' }),
      });
      await desk.page.getByText('1 new report in the ledger').waitFor();
      await desk.page.getByRole('link', { name: 'Peru meets Chile' }).waitFor();
      await desk.page.locator('.ledger-line', { hasText: `${before.reports + 1} reports` }).waitFor();
    });

    it('keeps what was read when it is asked to', async () => {
      await desk.open('/report');
      await desk.page.getByLabel(/Text, HTML or the address/).fill(REPORT);
      await desk.page.getByRole('button', { name: 'Read it' }).click();
      await desk.page.getByRole('button', { name: 'Keep it in the ledger' }).click();
      await desk.page.getByRole('link', { name: 'open it' }).click();
      await desk.page.waitForURL(/\/report\/[0-9a-f]+/);
      await desk.page.locator('.reading .text').waitFor();
      await expect
        .poll(() => desk.page.locator('.text').innerText())
        .toContain('We have not seen a single boat');
    });

    it('gives the browser nothing to complain of', () => {
      expect(desk.complaints).toEqual([]);
    });
  },
);
