import { mount } from '../shared/mount.tsx'
import { AccessibilityPage } from './accessibility-page.tsx'
import { LiveNotices } from './live-notices.tsx'

mount(<LiveNotices content={(notices) => <AccessibilityPage notices={notices} />} />)
