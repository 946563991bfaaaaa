export { type Keys, type Paging, runnable as runnableSql, type Viewed, type ViewPage } from './ask.js';
export { derive as deriveViews } from './derived.js';
export * from './disputes.js';
export { type EventsWanted, eventIds, storiesOfEvents } from './events.js';
export * from './registers.js';
export {
  dyadsOfOutlet,
  type OutletLine,
  outletLines,
  type ReportLine,
  type ReportsWanted,
  reportLines,
} from './reports.js';
export {
  eventsOfStories,
  type PlanAndDeed,
  plansAndDeeds,
  type StoriesWanted,
  type StoryLine,
  storyLines,
  type TellingGrounds,
  tellingGrounds,
} from './stories.js';
export * from './totals.js';
