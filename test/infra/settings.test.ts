import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { describe, expect, inject, it } from 'vitest'
import { settingsOf } from '../../infra/aws/settings.ts'
import { DEV, PROD, synth } from '../support/synth.ts'

const without = (name: string) => Object.fromEntries(Object.entries(PROD).filter(([key]) => key !== name))

describe('cdk synth', () => {
  it.each(['dev', 'prod'] as const)(
    'makes the stacks of %s without an account or a network, and cdk-nag has nothing to say',
    (stage) => {
      const { code, said } = inject('synth')[stage]
      expect(said).not.toMatch(/ERROR|WARNING/)
      expect(code).toBe(0)
    },
  )

  it('stops with one line when the context is wrong', async () => {
    const output = mkdtempSync(join(tmpdir(), 'echeance-synth-'))
    const { code, said } = await synth(without('stage'), output)
    rmSync(output, { recursive: true })
    expect(code).not.toBe(0)
    expect(said.trim().split('\n')).toEqual([
      'Context « stage » is missing: pass it with -c stage=dev',
      // The CDK's own.
      expect.stringContaining('exited with error 1'),
    ])
  })
})

describe('the context of a deployment', () => {
  it.each([
    ['an unknown stage', { ...DEV, stage: 'test' }, 'Context « stage » is dev or prod, not « test »'],
    ['no origin', without('siteOrigin'), 'Context « siteOrigin » is missing'],
    ['an origin with a path', { ...DEV, siteOrigin: 'https://a.example/' }, 'Context « siteOrigin » is an'],
    ['an origin in the clear', { ...DEV, siteOrigin: 'http://a.example' }, 'Context « siteOrigin » is an'],
    ['no sender', without('mailFrom'), 'Context « mailFrom » is missing'],
    ['a sender that is no address', { ...DEV, mailFrom: 'a.example' }, 'Context « mailFrom » is an e-mail'],
    ['nobody to tell in prod', without('alarmEmail'), 'Context « alarmEmail » is missing'],
    ['no certificate in prod', without('certificateArn'), 'Context « certificateArn » is missing'],
    ['a word for a number', { ...DEV, submitConcurrency: 'dix' }, 'Context « submitConcurrency » is a whole'],
    ['a key that is not made', { ...DEV, signWith: '2' }, 'Context « signWith » is one of the 1 receiptKeys'],
    ['half a provider', { ...DEV, oidcIssuer: 'https://a.example' }, 'Context « oidcClientId » is missing'],
  ])('is refused in one line: %s', (_, context, line) => {
    expect(() => settingsOf(new App({ context }))).toThrow(line)
  })
})
