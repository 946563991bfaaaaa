import { describe, expect, it } from 'vitest';
import type { EventView, Page as PageOf, RelationView, WorldView } from '../../src/serve/index.js';
import { missing, openDesk, settled } from './harness.js';

describe.skipIf(missing)(
  'questions, relations and the world (skipped where no Chromium is installed or the page is not built)',
  () => {
    const desk = openDesk();

    describe('Ask', () => {
      it('shows the most reported relations and questions about them', async () => {
        await desk.open('/');
        await expect.poll(() => desk.page.locator('.examples a').count()).toBeGreaterThanOrEqual(3);
        const rows = await desk.page.locator('table.dyads tbody tr').allInnerTexts();
        expect(rows[0]).toMatch(/China and United States/);
      });

      it('answers with a verdict, the numbers, the chart and the sentences; the link holds the question', async () => {
        await desk.page
          .getByLabel('Question')
          .fill('How have relations between China and the United States changed?');
        await desk.page.keyboard.press('Enter');
        await desk.page.locator('.verdict').waitFor();
        await expect
          .poll(() => new URL(desk.page.url()).searchParams.get('q'))
          .toMatch(/China and the United States/);
        await expect
          .poll(() => desk.page.locator('.asked').innerText())
          .toMatch(/how the relation moves.*China.*United States/);
        await desk.page.locator('.chart svg .bar').first().waitFor({ state: 'attached' });
        const verdict = await desk.page.locator('.verdict').innerText();
        await desk.page.reload();
        await desk.page.locator('.verdict').waitFor();
        await expect.poll(() => desk.page.locator('.verdict').innerText()).toBe(verdict);
      });

      it('says how it read a question that names nobody', async () => {
        await desk.open(`/?q=${encodeURIComponent('What is new?')}`);
        await expect.poll(() => desk.page.locator('main').innerText()).toMatch(/two/i);
      });
    });

    describe('Relation', () => {
      const path = '/relation/CHN/USA';
      const slider = () => desk.page.getByRole('slider');

      it('tells reports, independent sources and acts apart, each as the server counts them', async () => {
        await desk.open('/relation/ISR/LBN');
        const { counts } = await desk.get<RelationView>('/api/relations/ISR/LBN');
        const shown = await desk.page.locator('.lead .counts li').allInnerTexts();
        const many = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
        expect(shown.map((text) => text.trim())).toEqual([
          many(counts.acts, 'act'),
          many(counts.sources, 'independent source'),
          many(counts.reports, 'report'),
          many(counts.events, 'event'),
        ]);
      });

      it('opens the sentences behind a number, as many as the server counts, and closes them by Escape', async () => {
        await desk.open('/relation/ISR/LBN');
        await desk.page.locator('.lead .counts a').last().click();
        const drawer = desk.page.getByRole('dialog', { name: 'Sentences' });
        await drawer.locator('.event').first().waitFor();
        const { total } = await desk.get<PageOf<EventView>>('/api/events?between=ISR,LBN');
        await expect.poll(() => drawer.locator('.event').count()).toBe(total);
        await expect
          .poll(() => drawer.locator('blockquote').first().innerText())
          .toMatch(/Israel struck a base in Lebanon/);
        await expect
          .poll(() => new URL(desk.page.url()).searchParams.get('sentences'))
          .toMatch(/between=ISR/);
        await desk.page.keyboard.press('Escape');
        await drawer.waitFor({ state: 'detached' });
        await expect.poll(() => new URL(desk.page.url()).searchParams.get('sentences')).toBeNull();
        await expect.poll(() => desk.page.evaluate('document.activeElement.textContent')).toMatch(/event/);
      });

      it('marks each shift, names its interval, and leads to the acts behind it', async () => {
        await desk.open(`${path}?since=2024-03-01`);
        const { shifts } = await desk.get<RelationView>('/api/relations/CHN/USA?since=2024-03-01');
        expect(shifts.map(({ day }) => day)).toEqual(['2024-07-01']);
        await expect.poll(() => desk.page.locator('.shift-flag').count()).toBe(1);
        await expect
          .poll(() => desk.page.locator('.shift-list > li').innerText())
          .toMatch(/1 Jul 2024 towards cooperation/);
        await desk.page.getByText('Acts behind it').click();
        await desk.page.getByRole('link', { name: 'All sentences behind it' }).click();
        // The eight friendly acts of July stand behind it, and none of the hostile ones before.
        await desk.page.locator('.drawer .event').nth(7).waitFor();
        await expect.poll(() => desk.page.locator('.drawer .event .root.vc').count()).toBe(8);
        await expect.poll(() => desk.page.locator('.drawer .event').count()).toBe(8);
        await desk.page.keyboard.press('Escape');
      });

      it('is walked through by the arrow keys, which tell each month', async () => {
        await desk.open(path);
        await slider().focus();
        await desk.page.keyboard.press('End');
        const { points } = await desk.get<RelationView>('/api/relations/CHN/USA');
        const last = points.at(-1)!;
        const text = await slider().getAttribute('aria-valuetext');
        expect(text).toMatch(/^1 to 8 Jul 2024: index /);
        expect(text).toContain(`${last.acts} acts`);
        await desk.page.keyboard.press('ArrowLeft');
        await expect.poll(() => slider().getAttribute('aria-valuetext')).toMatch(/^June 2024: index −/);
      });

      it('lets a period be chosen by keys and by dragging, and keeps it in the link', async () => {
        await desk.open(path);
        await slider().focus();
        await desk.page.keyboard.press('End');
        await desk.page.keyboard.press('ArrowLeft');
        await desk.page.keyboard.press('Shift+ArrowLeft');
        const query = () => new URL(desk.page.url()).searchParams;
        await expect
          .poll(() => [query().get('from'), query().get('to')])
          .toEqual(['2024-05-01', '2024-06-30']);
        await expect
          .poll(() => desk.page.locator('.period-line h2').innerText())
          .toBe('1 May 2024 to 30 Jun 2024');
        await slider().focus();
        await desk.page.keyboard.press('Escape');
        await expect.poll(() => query().get('from')).toBeNull();
        const box = (await slider().boundingBox())!;
        await desk.page.mouse.move(box.x + 4, box.y + 60);
        await desk.page.mouse.down();
        await desk.page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 });
        await desk.page.mouse.up();
        await expect.poll(() => query().get('from')).toBe('2024-01-03');
        await desk.page.reload();
        await settled(desk.page);
        await expect.poll(() => desk.page.locator('rect.chosen').count()).toBe(1);
      });

      it('changes its steps and its panels', async () => {
        await desk.open(path);
        await desk.page.getByText('week', { exact: true }).click();
        await desk.page.locator('[role=slider][aria-label*=week]').waitFor();
        await expect.poll(() => new URL(desk.page.url()).searchParams.get('step')).toBe('week');
        await desk.page.getByText('Quad classes').click();
        await expect
          .poll(() => desk.page.locator('.panel-title').allTextContents())
          .toEqual(['Index', 'Acts by quad class']);
        await desk.page.getByText('Balance', { exact: true }).click();
        await expect.poll(() => desk.page.locator('.balance-line').count()).toBe(2);
      });

      it('finds another actor by name with the keys of a combobox', async () => {
        await desk.open('/relation/KEN/RUS');
        const field = desk.page.getByRole('combobox', { name: 'Second actor' });
        await field.fill('ethio');
        await desk.page.getByRole('option', { name: /Ethiopia/ }).waitFor();
        await desk.page.keyboard.press('Enter');
        await desk.page.waitForURL(/relation\/KEN\/ETH/);
        await desk.page.getByRole('heading', { name: 'Kenya and Ethiopia' }).waitFor();
      });

      it('lists stories, disagreements and registers, each behind its tab', async () => {
        await desk.open('/relation/ETH/KEN?tab=agreements');
        await desk.page.locator('[role=tabpanel] .story-line').first().waitFor();
        await expect.poll(() => desk.page.locator('[role=tabpanel]').innerText()).toMatch(/trade agreement/);
        await desk.page.getByRole('tab', { name: 'Agreements', exact: true }).press('ArrowRight');
        await desk.page.waitForURL(/tab=material/);
        await desk.page.getByRole('tab', { name: 'Stories' }).click();
        await desk.page.locator('.story-line .event-text a').first().waitFor();
      });

      it('gives the chart as a table whose numbers lead to their sentences', async () => {
        await desk.open(`${path}?tab=numbers`);
        const row = desk.page.locator('table.points tbody tr').first();
        expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(/8 Jul 2024 .* 8 0 0 0 8 /);
        await row.getByRole('link', { name: '8' }).click();
        await desk.page.locator('.drawer .event').nth(7).waitFor();
        await desk.page.keyboard.press('Escape');
      });

      it('says what to do where nothing is told', async () => {
        await desk.open('/relation/FJI/NOR');
        await expect
          .poll(() => desk.page.locator('.empty').innerText())
          .toMatch(/no act between Fiji and Norway[\s\S]*read a report/);
      });
    });

    describe('World', () => {
      it('counts who moved, names the time compared with, and lists every relation for screen readers', async () => {
        await desk.open('/world?month=2024-07');
        const view = await desk.get<WorldView>('/api/world?month=2024-07');
        const counts = (await desk.page.locator('.directions a b').allInnerTexts()).map(Number);
        expect(counts).toEqual([
          view.counts.closer,
          view.counts.apart,
          view.counts.unchanged,
          view.counts.unknown,
        ]);
        expect(view.counts.closer).toBe(1);
        await expect
          .poll(() => desk.page.locator('table.movements tbody tr').count())
          .toBe(view.movements.length);
        await expect
          .poll(() => desk.page.locator('.lede').innerText())
          .toMatch(/against Jan 2024 to Jun 2024/);
        await expect.poll(() => desk.page.locator('.map svg .arc.closer').count()).toBe(1);
      });

      it('leads from the matrix to the relation in that month', async () => {
        await desk.page
          .getByRole('link', { name: /^China and United States: closer/ })
          .first()
          .click();
        await desk.page.waitForURL(/relation\/CHN\/USA\?from=2024-07-01&to=2024-07-31/);
        await settled(desk.page);
      });

      it('chooses a state by its name, in the link', async () => {
        await desk.open('/world?month=2024-07');
        await desk.page.getByRole('combobox', { name: 'State' }).fill('chin');
        await desk.page.getByRole('option', { name: /China/ }).click();
        await desk.page.waitForURL(/state=CHN/);
        await expect.poll(() => desk.page.locator('.map .chosen-state').count()).toBe(1);
      });
    });

    it('gives the browser nothing to complain of', () => {
      expect(desk.complaints).toEqual([]);
    });
  },
);
