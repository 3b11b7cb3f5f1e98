// /remplir/<form>/<version>/?dossier=&partie=: a partner fills the sections of a response. The document already shows
// the first one, inert: it is painted before anything else is asked for, then the page that makes it live is loaded.
import { afterPaint } from './slices.ts'

const asked = new URLSearchParams(location.search).get('partie')
const first = document.querySelector<HTMLAnchorElement>('.parts a')?.hash.slice(1)
// Of another section nothing is known yet: the first one would only flash by.
if (asked && asked !== first) document.querySelector('.fill-section')?.replaceChildren()

afterPaint().then(() => import('./live-page.tsx'))
