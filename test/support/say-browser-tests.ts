// Printed after `npm test`: the browser tests are a command of their own, since they need Chromium.
import { existsSync } from 'node:fs'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
console.log(
  `\nBrowser tests were SKIPPED by this command. Run them with: npm run test:e2e` +
    (existsSync(chromium)
      ? ''
      : `\nThey need Chromium at ${chromium}: apt-get install -y chromium, or set CHROMIUM_PATH.`),
)
