import { ofKind } from '../ai-app.js';

export const mediaApps = ofKind('media', [
  { name: 'Canva AI', vendor: 'Canva', domains: ['canva.com'] },
  { name: 'Gamma', vendor: 'Gamma', domains: ['gamma.app'], words: ['Gamma.app'], whole: ['Gamma'] },
  { name: 'Beautiful.ai', vendor: 'Beautiful.ai', domains: ['beautiful.ai'] },
  { name: 'Midjourney', vendor: 'Midjourney', domains: ['midjourney.com'] },
  { name: 'Runway', vendor: 'Runway', domains: ['runwayml.com'], words: ['RunwayML'], whole: ['Runway'] },
  { name: 'ElevenLabs', vendor: 'ElevenLabs', domains: ['elevenlabs.io'] },
  { name: 'Synthesia', vendor: 'Synthesia', domains: ['synthesia.io'] },
  { name: 'HeyGen', vendor: 'HeyGen', domains: ['heygen.com'] },
  { name: 'Descript', vendor: 'Descript', domains: ['descript.com'] },
  { name: 'Plus AI', vendor: 'Plus', domains: ['plusai.com', 'plusdocs.com'] },
  { name: 'SlidesAI', vendor: 'SlidesAI', domains: ['slidesai.io'] },
  { name: 'Loom AI', vendor: 'Atlassian', domains: ['loom.com'] },
]);
