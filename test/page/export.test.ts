import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RelationView } from '../../src/serve/index.js';
import { missing, openDesk, settled } from './harness.js';

describe.skipIf(missing)(
  'what leaves the page, and how it is handled (skipped where no Chromium is installed or the page is not built)',
  () => {
    const desk = openDesk();

    describe('Export', () => {
      const saved = async (name: string): Promise<Buffer> => {
        await desk.page.locator('.lead summary').click();
        const coming = desk.page.waitForEvent('download');
        await desk.page.locator('.menu').getByText(name, { exact: true }).click();
        return readFileSync((await (await coming).path())!);
      };

      it('saves the rows, the answer and the chart', async () => {
        await desk.open('/relation/CHN/USA');
        const csv = (await saved('CSV')).toString();
        expect(csv).toBe(await (await fetch(`${desk.address}/api/relations/CHN/USA?format=csv`)).text());
        const json = JSON.parse((await saved('JSON')).toString()) as RelationView;
        expect(json.counts).toEqual((await desk.get<RelationView>('/api/relations/CHN/USA')).counts);
        const svg = (await saved('SVG')).toString();
        expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        expect(svg).not.toMatch(/class=|var\(/);
        const png = await saved('PNG');
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        expect(png.length).toBeGreaterThan(5000);
      });

      it('shows the SQL and the citation of the view', async () => {
        const { meta } = await desk.get<RelationView>('/api/relations/CHN/USA');
        for (const [name, title, text] of [
          ['SQL', 'SQL that made it', meta.sql],
          ['Citation', 'Citation', meta.citation],
        ] as const) {
          await desk.page.locator('.lead summary').click();
          await desk.page.locator('.menu').getByText(name, { exact: true }).click();
          await expect.poll(() => desk.page.getByRole('textbox', { name: title }).inputValue()).toBe(text);
          await desk.page.keyboard.press('Escape');
        }
      });
    });

    it('is switched to dark and keeps that', async () => {
      await desk.open('/');
      const paper = () => desk.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const light = await paper();
      const button = desk.page.getByRole('button', { name: /^Colours/ });
      await button.click();
      await button.click();
      await expect.poll(() => paper()).not.toBe(light);
      await desk.page.reload();
      await settled(desk.page);
      await expect.poll(() => paper()).not.toBe(light);
      await button.click();
      await expect.poll(() => paper()).toBe(light);
    });

    it('goes from view to view by keys, which can be switched off', async () => {
      await desk.open('/');
      await desk.page.keyboard.press('3');
      await desk.page.waitForURL(/\/world/);
      await desk.page.keyboard.press('?');
      await desk.page.getByLabel('Single keys are on').uncheck();
      await desk.page.keyboard.press('Escape');
      await desk.page.keyboard.press('1');
      await expect.poll(() => new URL(desk.page.url()).pathname).toBe('/world');
      await desk.page.keyboard.press('?');
      await desk.page.getByRole('button', { name: 'Keys of this page' }).click();
      await desk.page.getByLabel('Single keys are on').check();
      await desk.page.keyboard.press('Escape');
    });

    it('gives the browser nothing to complain of', () => {
      expect(desk.complaints).toEqual([]);
    });
  },
);
