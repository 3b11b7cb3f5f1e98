// Printed after `npm test`: the browser tests are a command of their own, since they need Chromium.
import { chromiumPath, TO_INSTALL } from './chromium.ts'

console.log(
  `\nBrowser tests were SKIPPED by this command. Run them with: npm run test:e2e` +
    (chromiumPath ? '' : `\nThey need Chromium: ${TO_INSTALL}`),
)
