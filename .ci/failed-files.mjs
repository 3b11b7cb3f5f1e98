// Prints, one a line, the test files of a JSON report of vitest in which something failed.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const [file] = process.argv.slice(2)
const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
for (const { name, status } of testResults)
  if (status === 'failed') console.log(relative(process.cwd(), name))
