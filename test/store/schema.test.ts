import { describe, expect, it } from 'vitest'
import { indexes } from '../../functions/store/schema.ts'

describe('an index', () => {
  // Amazon DynamoDB refuses more; the emulators do not, so nothing else would tell before a deployment.
  it.each(Object.entries(indexes))('projects 20 attributes at most beside its keys: %s', (_, index) => {
    const keys: readonly string[] = [index.partitionKey, index.sortKey]
    expect(index.projected.filter((name: string) => !keys.includes(name)).length).toBeLessThanOrEqual(20)
  })

  it('projects 100 attributes at most with all others', () => {
    expect(Object.values(indexes).flatMap(({ projected }) => [...projected]).length).toBeLessThanOrEqual(100)
  })
})
