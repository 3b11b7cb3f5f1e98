import { mount } from '../shared/mount.tsx'
import { LiveNotices } from './live-notices.tsx'
import { PersonalDataPage } from './personal-data-page.tsx'

mount(<LiveNotices content={(notices) => <PersonalDataPage notices={notices} />} />)
