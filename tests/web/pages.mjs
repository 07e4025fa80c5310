// Opens pages in Chromium as their readers do, and says what is wrong with each: one line of JSON a page.
//
//     node pages.mjs FOLDER-FOR-THE-BROWSER PAGE...
//
// The status is 1 if something is wrong. A page named *.hostile.html has text that would like to be markup or a script.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [profile, ...files] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [400, 1400];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  userDataDir: profile,
  timeout: 180_000,
  protocolTimeout: 300_000,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

let failed = false;
try {
  for (const file of files) {
    const problems = await check(resolve(file)).catch((error) => [`the check broke off: ${error.stack}`]);
    failed ||= problems.length > 0;
    console.log(JSON.stringify({ page: basename(file), problems }));
  }
} finally {
  await browser.close();
}
process.exitCode = failed ? 1 : 0;

/** Everything that is wrong with a page. */
async function check(file) {
  const url = pathToFileURL(file).href;
  const problems = [];
  const page = await opened(url, problems);
  const text = await page.evaluate(() => document.body.innerText);
  // Below an answer sections are folded: readers open those they want.
  await page.evaluate(() => document.querySelectorAll('details').forEach((section) => { section.open = true; }));
  const structure = await page.evaluate(outline);
  problems.push(...structure.problems);
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    problems.push(...(await page.evaluate(overflow)).map((text) => `at ${width}: ${text}`));
  }
  problems.push(...await accessibility(page));
  problems.push(...await filtered(page));
  problems.push(...await followed(page));
  problems.push(...await printed(page));
  await page.close();
  problems.push(...await withoutScripts(url, text));
  return problems;
}

/** A page that was opened, with ears for everything that should not happen. */
async function opened(url, problems) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => { globalThis.__hit = 0; });
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error}`));
  page.on('dialog', (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) problems.push(`it asked for ${request.url()}`);
  });
  await page.setViewport({ width: widths.at(-1), height: 900 });
  await page.goto(url, { waitUntil: 'load' });
  if (await page.evaluate(() => globalThis.__hit !== 0)) problems.push('a script of the data has run');
  return page;
}

/** Whether the page is built as it should be. Runs in the page. */
function outline() {
  const problems = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const expect = (is, text) => { if (!is) problems.push(text); };
  expect(document.compatMode === 'CSS1Compat', 'no doctype');
  expect(document.title !== '', 'no title');
  expect(all('h1').length === 1, 'not one h1');
  const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.localName[1]));
  levels.slice(1).forEach((level, i) => expect(level <= levels[i] + 1, `an h${level} after an h${levels[i]}`));
  expect(all('script, iframe, object, embed, form, img, link, base, [srcdoc], [style]').length === 0, 'elements that have no place here');
  for (const element of all('*')) {
    for (const { name } of element.attributes) expect(!name.startsWith('on'), `an attribute ${name}`);
  }
  const ids = all('[id]').map((element) => element.id);
  expect(new Set(ids).size === ids.length, 'an id twice');
  for (const link of all('a')) {
    const href = link.getAttribute('href');
    if (href.startsWith('#')) {
      expect(document.getElementById(decodeURIComponent(href.slice(1))), `a link to nothing: ${href}`);
    } else {
      expect(/^https?:/.test(href), `a link to ${href}`);
      expect(link.rel === 'noopener noreferrer', `a link that tells where it comes from: ${href}`);
    }
  }
  for (const table of all('table')) {
    expect(table.caption?.textContent.trim(), 'a table without a caption');
    expect(table.querySelector('th[scope]'), 'a table without headings');
  }
  return { problems };
}

/** What is wider than its place. Runs in the page. */
function overflow() {
  const page = document.documentElement;
  const found = [];
  if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
  for (const element of document.body.querySelectorAll('*')) {
    // What scrolls by itself holds what is wide, and what is not seen takes no room.
    if (element.closest('.pane, .unseen, .skip')) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > innerWidth + 1) found.push(`${element.localName}.${element.className} ends at ${box.right}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && getComputedStyle(element).overflowX !== 'visible') {
      found.push(`${element.localName}.${element.className} is cut`);
    }
  }
  for (const pane of document.querySelectorAll('.pane')) {
    if (pane.scrollWidth > pane.clientWidth && pane.tabIndex !== 0) found.push('a pane that no keyboard can move');
  }
  return [...new Set(found)].slice(0, 10);
}

/** What an accessibility check finds, by day on a phone and by night on a desk. */
async function accessibility(page) {
  const problems = [];
  await page.evaluate(axe);
  for (const [scheme, width] of [['light', widths[0]], ['dark', widths[1]]]) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, impact, nodes: [first, ...more] }) => (
        { id, impact, count: more.length + 1, html: first.html.slice(0, 200), why: first.failureSummary }));
    });
    for (const { id, impact, count, html, why } of violations) {
      problems.push(`axe, ${scheme}, ${width}: ${id} (${impact}), ${count} times, as ${html}: ${why}`);
    }
  }
  return problems;
}

/** Chooses rows with the keyboard alone, and looks which are there. */
async function filtered(page) {
  const problems = [];
  const seen = () => page.evaluate(() => {
    const count = (selector) => [...document.querySelectorAll(selector)].filter((row) => row.checkVisibility()).length;
    const empty = [...document.querySelectorAll('section')].filter((section) => section.checkVisibility() && section.innerText.trim().split('\n').length < 2);
    return { shared: count('tr.shared'), different: count('tr.different'), empty: empty.length, value: document.querySelector('.filter :checked')?.value };
  });
  const expect = (is, text, found) => { if (!is) problems.push(`filter: ${text}: ${JSON.stringify(found)}`); };
  const all = await seen();
  const has = await page.$('.filter') !== null;
  expect(has === (all.shared > 0 && all.different > 0), 'it is there where there is a choice', all);
  if (!has) return problems;
  const counts = await page.$$eval('.filter label .muted', (counts) => counts.map((count) => Number(count.textContent.replace(',', ''))));
  expect(counts.join() === [all.shared + all.different, all.shared, all.different].join(), `it says ${counts}`, all);
  await page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < 200 && !await page.evaluate(() => document.activeElement.matches('.filter input')); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  const shared = await seen();
  expect(shared.value === 'shared' && shared.shared === all.shared && shared.different === 0 && shared.empty === 0, 'one arrow leaves what is shared', shared);
  await page.keyboard.press('ArrowRight');
  const different = await seen();
  expect(different.value === 'different' && different.different === all.different && different.shared === 0 && different.empty === 0, 'two arrows leave what differs', different);
  await page.keyboard.press('ArrowRight');
  const again = await seen();
  expect(JSON.stringify(again) === JSON.stringify(all), 'three arrows bring all back', again);
  return problems;
}

/** Follows a citation to its source and back, and a heading of the contents, where there are some. */
async function followed(page) {
  const problems = [];
  const target = () => page.evaluate(() => {
    const element = document.querySelector(':target');
    const { top, bottom } = element?.getBoundingClientRect() ?? {};
    return { id: element?.id, inSight: bottom > 0 && top < innerHeight };
  });
  const first = await page.evaluateHandle(() => [...document.querySelectorAll('a[role="doc-noteref"]')].find((link) => link.checkVisibility()));
  if (first.asElement()) {
    const label = await first.evaluate((link) => link.textContent);
    await first.focus();
    await page.keyboard.press('Enter');
    const there = await target();
    if (`[${there.id?.split(':')[1]}]` !== label || !there.inSight) problems.push(`${label} leads to ${JSON.stringify(there)}`);
    await page.focus(':target [role="doc-backlink"]');
    await page.keyboard.press('Enter');
    const back = await target();
    if (back.id !== there.id.replace('source', 'cited') || !back.inSight) problems.push(`back from ${label} is ${JSON.stringify(back)}`);
  }
  const entry = await page.$('.contents li:last-child a');
  if (entry) {
    await entry.focus();
    await page.keyboard.press('Enter');
    const { id, inSight } = await target();
    if (!id || !inSight) problems.push(`the last of the contents leads to ${id}`);
  }
  await page.evaluate(() => { location.hash = ''; });
  return problems;
}

/** Whether a printer gets all of it: nothing wider than the paper, and no control that paper has no use for. */
async function printed(page) {
  const problems = [];
  await page.emulateMediaType('print');
  // An A4 page of 210 mm less margins of 14 mm, at 96 pixels an inch.
  const width = Math.floor((210 - 2 * 14) / 25.4 * 96);
  await page.setViewport({ width, height: 1000 });
  problems.push(...await page.evaluate((width) => {
    const found = [];
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > width + 1 && !element.closest('.unseen')) found.push(`in print: ${element.localName}.${element.className} ends at ${box.right} of ${width}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && getComputedStyle(element).overflowX !== 'visible') found.push(`in print: ${element.localName}.${element.className} is cut`);
      if (element.matches('.filter, .contents') && element.checkVisibility()) found.push(`in print: .${element.className}`);
    }
    return [...new Set(found)].slice(0, 10);
  }, width));
  await page.emulateMediaType('screen');
  const pdf = await page.pdf({ format: 'A4', timeout: 180_000 });
  if (Buffer.from(pdf.slice(0, 4)).toString() !== '%PDF') problems.push('it cannot be printed');
  await page.emulateMediaType();
  await page.setViewport({ width: widths.at(-1), height: 900 });
  return problems;
}

/** Whether the page reads the same where no script may run. */
async function withoutScripts(url, text) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: widths.at(-1), height: 900 });
  await page.goto(url, { waitUntil: 'load' });
  const other = await page.evaluate(() => document.body.innerText);
  await page.close();
  return other === text ? [] : ['it reads otherwise without scripts'];
}
