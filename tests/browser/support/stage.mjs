// What stands around every browser test: the server, Chromium, a folder that is thrown away. Each function announces its beginning and its end to
// the test runner and returns one object, which is filled before the first test. What a test file prepares itself goes into `begin`, which gets
// that object: the runner does not wait for one `before` before it starts the next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { launch, launchProfile, startServer } from './browser.mjs';

// {url}: the built page, served.
export function stageServer(begin, end) {
  const stage = {};
  let server;
  before(async () => {
    server = await startServer();
    stage.url = server.url;
    await begin?.(stage);
  });
  after(async () => {
    await end?.(stage);
    server?.stop();
  });
  return stage;
}

// {url, browser}: and a browser with an empty profile.
export function stageBrowser(begin) {
  return stageServer(async (stage) => {
    stage.browser = await launch();
    await begin?.(stage);
  }, (stage) => stage.browser?.close());
}

// {url, folder}: and an empty folder, for profiles.
export function stageFolder(name, begin, end) {
  return stageServer(async (stage) => {
    stage.folder = mkdtempSync(join(tmpdir(), `rancang-${name}-`));
    await begin?.(stage);
  }, async (stage) => {
    await end?.(stage);
    if (stage.folder) rmSync(stage.folder, { recursive: true, force: true, maxRetries: 5 });
  });
}

// {url, folder, context, restart()}: and a browser whose profile lies in the folder; restart() closes it and comes back to what it has stored.
export function stageProfile(name, options, begin) {
  const start = async () => { stage.context = await launchProfile(stage.folder, options); };
  const stage = stageFolder(name, async () => {
    await start();
    await begin?.(stage);
  }, () => stage.context?.close());
  stage.restart = async () => {
    await stage.context.close();
    await start();
  };
  return stage;
}
