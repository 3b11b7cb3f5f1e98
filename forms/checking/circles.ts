/** The groups that lead back to themselves (Tarjan, without recursion: a chain may be thousands long). */
export const circles = (graph: ReadonlyMap<string, readonly string[]>): string[][] => {
  const found: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const enter = (name: string) => {
    index.set(name, index.size)
    low.set(name, index.size - 1)
    stack.push(name)
    onStack.add(name)
    return { name, left: [...new Set(graph.get(name) ?? [])].reverse() }
  }
  const lower = (name: string, to: number | undefined) => low.set(name, Math.min(low.get(name) ?? 0, to ?? 0))
  for (const root of graph.keys()) {
    const work = index.has(root) ? [] : [enter(root)]
    for (let at = work.at(-1); at; at = work.at(-1)) {
      const next = at.left.pop()
      if (next !== undefined) {
        if (!index.has(next)) work.push(enter(next))
        else if (onStack.has(next)) lower(at.name, index.get(next))
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) lower(parent.name, low.get(at.name))
      if (low.get(at.name) !== index.get(at.name)) continue
      const members = stack.splice(stack.lastIndexOf(at.name))
      for (const member of members) onStack.delete(member)
      if (members.length > 1 || graph.get(at.name)?.includes(at.name)) found.push(members)
    }
  }
  return found
}
