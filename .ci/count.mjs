// Adds up vitest's JSON reports and the steps that failed outside of them; names what failed and what passed only
// when tried again, just before the last line, and exits non-zero if anything failed.
import { readFileSync } from 'node:fs'

const [failedSteps, ...files] = process.argv.slice(2)
const reports = files.map((file) => JSON.parse(readFileSync(file, 'utf8')))
const sum = (name) => reports.reduce((total, report) => total + report[name], 0)
const suites = reports.flatMap((report) => report.testResults)
for (const test of suites.flatMap(({ assertionResults }) => assertionResults))
  if (test.status === 'passed' && test.failureMessages.length > 0)
    console.log(`passed only when tried again: ${test.fullName}\n  ${test.failureMessages[0]}`)
for (const suite of suites.filter(({ status }) => status === 'failed')) {
  console.log(`failed: ${suite.name} ${suite.message ?? ''}`)
  for (const test of suite.assertionResults.filter(({ status }) => status === 'failed'))
    console.log(`failed: ${test.fullName}\n  ${test.failureMessages.join('\n  ')}`)
}
const passed = sum('numPassedTests')
const failed = Math.max(sum('numFailedTests'), Number(failedSteps))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
