export type EngineName = 'dynoxide' | 'dynamodb-local';

/**
 * How one engine is started. `data` is what the engine itself is told to open, and what tells its process from
 * others.
 */
export type Engine = {
  name: EngineName;
  command: string;
  workingFolder?: string;
  /** The file or folder the engine keeps its data in, for the path the caller asked for. */
  dataFor(path: string): string;
  /** Whether something lies there that the engine would write over, or could make nothing of. */
  isForeign?(data: string): boolean;
  /** The folder that must exist before the engine starts. */
  folderFor(data: string): string;
  argumentsFor(port: number, data: string | null): string[];
  /** What a person should know when this engine was chosen. */
  warning?: string;
};
