import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of a script, or its end: with how it is called, where somebody asks for that or calls it wrongly. */
export function calledRightly<const O extends Options>(usage: string, options: O) {
  try {
    const { values } = parseArgs({ options });
    for (const [name, value] of Object.entries(values)) mustBeNumber(name, value);
    return values;
  } catch (error) {
    const asked = process.argv.slice(2).some((each) => each === '--help' || each === '-h');
    if (asked) process.stdout.write(usage);
    else process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(asked ? 0 : 2);
  }
}

const counted = ['seconds', 'inputs', 'seed', 'recommendations', 'requests', 'runs', 'minutes'];

function mustBeNumber(name: string, value: unknown): void {
  if (counted.includes(name) && !/^\d{1,12}$/.test(String(value)))
    throw new Error(`--${name} must be a whole number, and “${value}” is none.`);
}
