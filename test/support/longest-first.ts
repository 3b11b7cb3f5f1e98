// Without a cache of durations, as in a clean clone, vitest runs large files first. A small one that waits for real time
// would then be alone at the end, on one of two processors.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const WAITING = /\/(?:fill-deadline|fill-restart)\.test\.ts$/

/** What waits for long comes first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId)
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))]
  }
}
