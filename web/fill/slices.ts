// Long work in small slices, so that the page keeps answering to the person in between.

const SLICE_MS = 8

/** Does all the steps; whenever those done in a row have taken 8 ms, the browser gets its turn first. */
export const inSlices = async (steps: Iterable<unknown>): Promise<void> => {
  let startedAt = performance.now()
  for (const _ of steps) {
    if (performance.now() - startedAt < SLICE_MS) continue
    await nextTask()
    startedAt = performance.now()
  }
}

/** Resolves in a task of its own, after what the browser has to do before it. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Resolves once the browser has painted what is in the document now; at once in a page nobody looks at. */
export const afterPaint = (): Promise<void> =>
  document.visibilityState === 'hidden'
    ? Promise.resolve()
    : new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
