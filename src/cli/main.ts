#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAdd } from './commands/add.js';
import { addArticle } from './commands/article.js';
import { addAsk } from './commands/ask.js';
import { addCode } from './commands/code.js';
import { addCompletion } from './commands/completion.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addParse } from './commands/parse.js';
import { addQuotes } from './commands/quotes.js';
import { addRead } from './commands/read.js';
import { addRegisters } from './commands/registers.js';
import { addRelation } from './commands/relation.js';
import { addServe } from './commands/serve.js';
import { addDisagreements, addStories } from './commands/stories.js';
import { addWhen } from './commands/when.js';
import { addWho } from './commands/who.js';
import { EXIT, endOnClosedPipe } from './output.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('rapport')
  .description('Reads news reports and tracks how states treat each other.')
  .version(version)
  .showHelpAfterError('(see --help)')
  .configureHelp({ sortSubcommands: false })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage))
  .addHelpText(
    'after',
    `
Exit codes: 0 all was read; 1 some inputs could not be read, the others were; 2 wrong usage; 3 nothing was read;
4 the ledger could not be used, and what it held is still there.`,
  );

for (const add of [
  addRead,
  addAdd,
  addRelation,
  addAsk,
  addStories,
  addDisagreements,
  addRegisters,
  addServe,
  addImport,
  addExport,
  addArticle,
  addWho,
  addWhen,
  addQuotes,
  addCode,
  addParse,
  addExplain,
  addCompletion,
])
  add(program);
for (const command of program.commands)
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));

endOnClosedPipe();
await program.parseAsync();
