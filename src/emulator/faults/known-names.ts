/** The names that rules may use: those of the operations, their parameters and their results. */
export interface KnownNames {
  /** What is wrong with the name of an operation, and the nearest that exists; undefined where it exists. */
  problemWith(operation: string): string | undefined;
  /** The names of an operation's parameters; of all operations for `*`. */
  parametersOf(operation: string): readonly string[];
  /** The result literals of an operation, or of all for `*`; none where it has no enumeration of them. */
  literalsOf(operation: string): readonly string[];
}
