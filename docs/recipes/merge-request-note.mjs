/**
 * Keeps one note of a GitLab merge request up to date: the text of a file, found again by the file's first line.
 *
 *   node merge-request-note.mjs review.md
 *
 * Runs in a GitLab job. THROUGHLINE_TOKEN is a project access token with the scope `api`. What GitLab refuses is told, and
 * fails nothing.
 */

import { readFile } from 'node:fs/promises';

const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: mergeRequest, THROUGHLINE_TOKEN: token } = process.env;
const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${mergeRequest}/notes`;
const body = await readFile(process.argv[2], 'utf8');
const [marker] = body.split('\n', 1);

async function ask(method, address, content) {
  const response = await fetch(address, {
    method,
    headers: { 'private-token': token, 'content-type': 'application/json' },
    ...content === undefined ? {} : { body: JSON.stringify(content) },
  });
  if (!response.ok) throw new Error(`GitLab answered ${response.status}`);
  return response;
}

async function findNote() {
  const { id: me } = await (await ask('GET', `${api}/user`)).json();
  for (let page = '1'; page !== '';) {
    const response = await ask('GET', `${notes}?per_page=100&page=${page}`);
    const own = (await response.json()).find((note) => note.author.id === me && note.body.startsWith(marker));
    if (own !== undefined) return own;
    page = response.headers.get('x-next-page') ?? '';
  }
  return null;
}

try {
  const note = await findNote();
  if (note === null) await ask('POST', notes, { body });
  else if (note.body.trimEnd() !== body.trimEnd()) await ask('PUT', `${notes}/${note.id}`, { body });
} catch (error) {
  console.log(`The review could not become a note on the merge request: ${error.message}`);
}
