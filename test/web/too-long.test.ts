import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { RemindMessage } from '../../web/caf/remind-dialog.tsx'
import { tooLong } from '../../web/shared/too-long.ts'

describe('a text longer than may be sent', () => {
  it('is told with its length and the most there may be', () => {
    expect(tooLong('a'.repeat(4000), 4000)).toBeUndefined()
    expect(tooLong(` ${'a'.repeat(200)} `, 200)).toBeUndefined()
    expect(tooLong('a'.repeat(10_000), 4000)?.[0]?.replaceAll(/\s/g, ' ')).toBe(
      'Ce texte a 10 000 caractères : 4 000 au plus. Raccourcissez-le, rien n’en a été coupé.',
    )
  })

  it('is shown whole, with what to do of it, in the field it was pasted into', () => {
    const pasted = 'a'.repeat(1001)
    const html = renderToString(
      h(RemindMessage, { value: pasted, faults: undefined, onChange: () => undefined }),
    )
    expect(html).toContain(pasted)
    expect(html).not.toMatch(/maxlength/i)
    expect(html).toMatch(/Ce texte a 1\s001 caractères\s: 1\s000 au plus/)
  })
})
