// Handles of files that were saved in place, kept for the next visit. They live in a database of their own: losing them costs one question.
const NAME = 'rancang-handles';
const STORE = 'handles';

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

async function within(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result ?? null);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

export const readHandle = (key) => within('readonly', (store) => store.get(key)).catch(() => null);
export const writeHandle = (key, handle) => within('readwrite', (store) => store.put(handle, key)).catch(() => null);
