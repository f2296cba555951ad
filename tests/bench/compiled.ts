/** What is measured is what is delivered: the compiled program, not its source run by a loader. */
export async function compiled<Module>(name: string): Promise<Module> {
  return (await import(new URL(`../../dist/${name}.js`, import.meta.url).href)) as Module
}
