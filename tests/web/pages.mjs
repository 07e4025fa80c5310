// Opens pages in Chromium as their readers do, and says what is wrong with each: one line of JSON a page.
//
//     node pages.mjs FOLDER-FOR-THE-BROWSER PAGE...
//
// The status is 1 if something is wrong. A page named *.hostile.html has text that would like to be markup or a script; the
// answer of one named *.answer.html is measured and nothing else.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [profile, ...files] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [400, 1400];
// An A4 page of 210 by 297 mm less margins of 14 and 16 mm, at 96 pixels an inch.
const paper = { width: Math.floor((210 - 2 * 14) / 25.4 * 96), height: Math.floor((297 - 2 * 16) / 25.4 * 96) };

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
  if (file.endsWith('.answer.html')) {
    problems.push(...await measured(page));
    await page.close();
    return problems;
  }
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

/** Whether the answer ends on the first two screens of a phone, the first of a desk, and the first sheet of paper. */
async function measured(page) {
  const problems = [];
  for (const [media, width, height] of [['screen', 400, 2 * 800], ['screen', 1400, 900], ['print', paper.width, paper.height]]) {
    await page.emulateMediaType(media);
    await page.setViewport({ width, height: 900 });
    const end = await page.evaluate(() => document.querySelector('.answer').getBoundingClientRect().bottom + scrollY);
    if (end > height) problems.push(`the answer ends at ${end} of ${height} on a ${media} ${width} wide`);
  }
  return problems;
}

/** Makes every choice of every filter, and looks which rows are there. */
function filtered(page) {
  return page.evaluate(() => [...document.querySelectorAll('.filter')].flatMap((filter) => {
    const seen = (selector) => [...filter.parentElement.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const choices = [...filter.querySelectorAll('label')].reverse();
    return choices.flatMap((choice) => {
      const { value } = choice.querySelector('input');
      const said = Number(choice.querySelector('.count').textContent.replace(',', ''));
      choice.click();
      const rows = seen('.kind tbody tr');
      const is = rows.length === said && (value === 'all' || rows.every((row) => row.closest(`.${value}`)));
      return is ? [] : [`filter: ${value} says ${said} and leaves ${rows.length} rows`];
    });
  }));
}

/** Follows a citation to its source and back, and the contents to a heading, where there are some: folded sections open. */
async function followed(page) {
  const problems = [];
  await page.evaluate(() => document.querySelectorAll('details').forEach((section) => { section.open = false; }));
  const target = () => page.evaluate(() => {
    const element = document.querySelector(':target');
    const { top, bottom } = element?.getBoundingClientRect() ?? {};
    const heading = element?.closest('details:has(> :target)')?.querySelector('summary') ?? element;
    const isTinted = heading !== null && getComputedStyle(heading).backgroundColor !== 'rgba(0, 0, 0, 0)' && heading.offsetHeight < 100;
    return { id: element?.id, inSight: bottom > 0 && top < innerHeight && element.checkVisibility(), isTinted };
  });
  const first = await page.evaluateHandle(() => [...document.querySelectorAll('a[role="doc-noteref"]')].find((link) => link.checkVisibility()));
  if (first.asElement()) {
    const label = await first.evaluate((link) => link.textContent);
    await first.focus();
    await page.keyboard.press('Enter');
    const there = await target();
    if (there.id !== `source:${label}` || !there.inSight) problems.push(`${label} leads to ${JSON.stringify(there)}`);
    await page.focus(':target [role="doc-backlink"]');
    await page.keyboard.press('Enter');
    const back = await target();
    if (back.id !== `cited:${label}` || !back.inSight) problems.push(`back from ${label} is ${JSON.stringify(back)}`);
  }
  const entry = await page.$('.contents li:nth-child(2) a');
  if (entry) {
    await entry.focus();
    await page.keyboard.press('Enter');
    const { id, inSight, isTinted } = await target();
    if (!id || !inSight || !isTinted) problems.push(`the contents lead to ${id}, in sight ${inSight}, its heading alone tinted ${isTinted}`);
  }
  await page.evaluate(() => { location.hash = ''; });
  return problems;
}

/** Whether a printer gets all of it: nothing wider than the paper, and no control that paper has no use for. */
async function printed(page) {
  const problems = [];
  await page.emulateMediaType('print');
  await page.setViewport(paper);
  problems.push(...await page.evaluate((width) => {
    const found = [];
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > width + 1 && !element.closest('.unseen')) found.push(`in print: ${element.localName}.${element.className} ends at ${box.right} of ${width}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && getComputedStyle(element).overflowX !== 'visible') found.push(`in print: ${element.localName}.${element.className} is cut`);
      if (element.matches('.filter, .contents') && element.checkVisibility()) found.push(`in print: .${element.className}`);
    }
    return [...new Set(found)].slice(0, 10);
  }, paper.width));
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
