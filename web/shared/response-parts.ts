// What reads the answers of a response, in one file to load (`mount.tsx` says why): where they are filled, read
// again, followed, and at the Caf's desk. It exports nothing.
import './mount.tsx'
import '../../forms/access.ts'
import '../../forms/money.ts'
import '../../forms/operands.ts'
import '../../forms/working-answers.ts'
import './answer-tables.tsx'
import './answer-text.ts'
import './forecast.ts'
import './one-answer.tsx'
import './outline.ts'
