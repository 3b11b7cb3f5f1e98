/** The groups that lead back to themselves (Tarjan, without recursion: a chain may be thousands long). */
export const circles = (graph: ReadonlyMap<string, readonly string[]>): string[][] => {
  const found: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const work: { name: string; left: string[] }[] = []
  const enter = (name: string): void => {
    index.set(name, index.size)
    low.set(name, index.size - 1)
    stack.push(name)
    onStack.add(name)
    work.push({ name, left: [...new Set(graph.get(name) ?? [])].reverse() })
  }
  const lower = (name: string, to = 0): unknown => low.set(name, Math.min(low.get(name) ?? 0, to))
  const go = (from: string, to: string): void => {
    if (!index.has(to)) enter(to)
    else if (onStack.has(to)) lower(from, index.get(to))
  }
  const leave = (name: string): void => {
    work.pop()
    const parent = work.at(-1)
    if (parent) lower(parent.name, low.get(name))
    if (low.get(name) !== index.get(name)) return
    const members = stack.splice(stack.lastIndexOf(name))
    for (const member of members) onStack.delete(member)
    if (members.length > 1 || graph.get(name)?.includes(name)) found.push(members)
  }
  for (const root of graph.keys()) {
    if (!index.has(root)) enter(root)
    for (let at = work.at(-1); at; at = work.at(-1)) {
      const next = at.left.pop()
      if (next === undefined) leave(at.name)
      else go(at.name, next)
    }
  }
  return found
}
