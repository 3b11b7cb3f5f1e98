import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Of } from '../../forms/canonical.ts'

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    [
      'keys by UTF-16 code unit (§3.2.3)',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    [
      'numbers (§3.2.2.3)',
      [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0, 1e21, 123456789012345680000],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,123456789012345680000]',
    ],
    ['strings (§3.2.2.2)', '\u20ac$\u000f\nA\'B"\\/\u2028', '"\u20ac$\\u000f\\nA\'B\\"\\\\/\u2028"'],
    [
      'nested keys, arrays in their order',
      { b: [{ d: null, c: true }, 'é'], a: {} },
      '{"a":{},"b":[{"c":true,"d":null},"é"]}',
    ],
  ])('writes %s', (_, value, written) => {
    expect(canonicalJson(value)).toBe(written)
  })

  it('leaves accents as they were typed: composed and decomposed are two answers', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'))
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800']])(
    'refuses what JSON cannot say: %j',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow()
    },
  )

  it('says the same value: it reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('the hash of answers', () => {
  it('is the SHA-256 of their canonical JSON, in lower-case hex', async () => {
    expect(await sha256Of({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(await sha256Of({ ville: 'Chambéry', enfants: 12 })).toBe(
      await sha256Of({ enfants: 12.0, ville: 'Chambéry' }),
    )
    expect(await sha256Of({ enfants: 12 })).not.toBe(await sha256Of({ enfants: '12' }))
  })
})
