// Adds up vitest's JSON reports and the steps that failed outside of them; exits non-zero if anything did.
import { readFileSync } from 'node:fs'

const [failedSteps, ...files] = process.argv.slice(2)
const reports = files.map((file) => JSON.parse(readFileSync(file, 'utf8')))
const sum = (name) => reports.reduce((total, report) => total + report[name], 0)
const passed = sum('numPassedTests')
const failed = Math.max(sum('numFailedTests'), Number(failedSteps))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
