/** What a command reads and writes: the process's own streams, or a test's. */
export type Io = {
  readonly stdin: AsyncIterable<string | Uint8Array> | NodeJS.ReadableStream;
  /** Answers with a promise while the reader is behind: await it, so that a long output waits instead of piling up. */
  readonly stdout: (text: string) => void | Promise<void>;
  readonly stderr: (text: string) => void;
  /** Whether somebody watches standard error, so that progress may be drawn on it. */
  readonly stderrIsTerminal?: boolean;
};

/**
 * One `tracker <name>`. `run` gets the arguments after the name and answers with the exit code: 0 all done, 1 something
 * was refused, 2 it was called wrongly. A fault throws. Keep the module light and load what is heavy inside `run`,
 * because `tracker --help` loads every command.
 */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `tracker <name> --help` prints. */
  readonly usage: string;
  run(args: string[], io: Io): Promise<number>;
};
