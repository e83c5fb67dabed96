// What the page says before the core runs, or when it cannot run any more. Everything else is in assets/strings.
import { read } from './settings.js';

const WORDS = {
  id: {
    loading: 'Memuat Rancang…',
    loadingPart: (done, all) => `Memuat Rancang… ${done} dari ${all} kB`,
    starting: 'Menyiapkan…',
  },
  en: {
    loading: 'Loading Rancang…',
    loadingPart: (done, all) => `Loading Rancang… ${done} of ${all} kB`,
    starting: 'Starting…',
  },
};

export const language = read('language') === 'en' ? 'en' : 'id';
export const words = WORDS[language];
