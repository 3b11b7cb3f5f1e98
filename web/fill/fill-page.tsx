// /remplir/<form>/<version>/?dossier=&partie=: a partner fills the sections of a response. The document already shows
// the first one, inert: it is painted before anything else is asked for, then the page that makes it live is loaded.
import { afterPaint } from './slices.ts'

afterPaint().then(() => import('./live-page.tsx'))
