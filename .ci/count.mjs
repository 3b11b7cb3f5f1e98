// Adds up vitest's JSON reports of a folder and the steps that failed outside of them. A file that was run again counts
// as it ended. Names what failed, and what failed at first only, just before the last line; exits non-zero if anything
// failed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [failedSteps, folder] = process.argv.slice(2)
const suitesOf = (wanted) =>
  readdirSync(folder)
    .filter(wanted)
    .flatMap((file) => {
      const { testResults } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return testResults.map((suite) => ({ ...suite, key: `${file.split('.')[0]} ${suite.name}` }))
    })
const again = new Map(suitesOf((file) => file.endsWith('.again.json')).map((suite) => [suite.key, suite]))
const first = suitesOf((file) => file.endsWith('.json') && !file.endsWith('.again.json'))
const last = first.map((suite) => again.get(suite.key) ?? suite)

const say = (word, { name, message, assertionResults }) => {
  console.log(`${word}: ${name} ${message ?? ''}`)
  for (const test of assertionResults.filter(({ status }) => status === 'failed'))
    console.log(`${word}: ${test.fullName}\n  ${test.failureMessages.join('\n  ')}`)
}
const hasFailed = ({ status }) => status === 'failed'
for (const suite of first) if (hasFailed(suite) && again.has(suite.key)) say('failed at first', suite)
for (const suite of last) if (hasFailed(suite)) say('failed', suite)

const count = (status) =>
  last.reduce((sum, suite) => sum + suite.assertionResults.filter((test) => test.status === status).length, 0)
const passed = count('passed')
const failed = Math.max(count('failed'), last.filter(hasFailed).length, Number(failedSteps))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
