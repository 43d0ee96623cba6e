/** Made by scripts/build/pyodide.ts. */
declare module 'virtual:pyodide' {
  const pyodide: {
    /** The name of the cache in which a browser keeps it. */
    readonly cache: string;
    /** Where its files are, relative to the page. */
    readonly folder: string;
    /** Sizes in bytes. */
    readonly files: readonly { readonly name: string; readonly size: number }[];
    /** What Pyodide wants to know of itself. */
    readonly info: Readonly<Record<string, string>>;
  };
  export default pyodide;
}
