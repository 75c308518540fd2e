import { fuzzed } from './fuzzed.ts';
import { parsers } from './parsers.ts';

fuzzed(parsers.pageSource);
