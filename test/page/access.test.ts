import { describe, expect, it } from 'vitest';
import type { Page as PageOf, ReportRow, StoryRow } from '../../src/serve/index.js';
import { DESK, missing, openDesk, PHONE, settled, violations } from './harness.js';

describe.skipIf(missing)(
  'axe finds no violation in any view (skipped where no Chromium is installed or the page is not built)',
  () => {
    const desk = openDesk();

    it('light and dark, on a desk and on a phone', async () => {
      const { items: stories } = await desk.get<PageOf<StoryRow>>('/api/stories?order=reports');
      const { items: reports } = await desk.get<PageOf<ReportRow>>('/api/reports');
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
        await desk.open(path);
        for (const [size, viewport] of [
          ['desk', DESK],
          ['phone', PHONE],
        ] as const) {
          await desk.page.setViewportSize(viewport);
          for (const colorScheme of ['light', 'dark'] as const) {
            await desk.page.emulateMedia({ colorScheme });
            await settled(desk.page);
            for (const violation of await violations(desk.page))
              found.push(`${path}, ${size}, ${colorScheme}: ${violation}`);
          }
          const wide = await desk.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          if (wide > 0) found.push(`${path}, ${size}: ${wide} pixels wider than the screen`);
        }
      }
      expect(found).toEqual([]);
      expect(desk.complaints).toEqual([]);
    }, 90_000);
  },
);
