import { describe, expect, it } from 'vitest';
import type { Settings } from '#contract/settings';
import { builtInViews, type SavedView } from '#domain/saved-view';
import { createColumnsStore } from '../../../../renderer/stores/columns-store';
import { createQueryStore } from '../../../../renderer/stores/query-store';
import { createSettingsStore } from '../../../../renderer/stores/settings-store';
import { createViewsStore } from '../../../../renderer/stores/views-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleAnswer, sampleSettings, sampleTotals } from '../../../support/renderer/sample-links';

const general = { order: [], hidden: ['linkId'], widths: {} };
const narrow = { order: ['amount'], hidden: ['attempts'], widths: { amount: 90 } };
const kwd: SavedView = { id: 'kwd', name: 'KWD', filter: { currencies: ['KWD'] }, sort: [] };
const dense: SavedView = { ...kwd, id: 'dense', name: 'Dense', columns: narrow, density: 'compact' };

function viewsOver(part: Partial<Settings> = {}, isFull = false) {
  const bridge = createFakeBridge({
    'links:open': () => sampleAnswer(1),
    'links:totals': () => sampleTotals(),
    ...(isFull ? { 'settings:write': () => Promise.reject(new Error('disk full')) } : {}),
  });
  const query = createQueryStore(bridge);
  const columns = createColumnsStore(general.hidden);
  const settings = createSettingsStore(bridge, { ...sampleSettings, ...part });
  let last = 0;
  const newId = () => `view-${String((last += 1))}`;
  const views = createViewsStore({ query, columns, settings }, { newId, firstColumns: general });
  return { bridge, query, columns, settings, views, saved: () => settings.getState().settings.views };
}

describe('the views', () => {
  it('begin with all links', () => {
    expect(viewsOver().views.getState().currentId).toBe('all');
  });

  it('show filter and order of the one picked, in a single opening', async () => {
    const { bridge, views } = viewsOver();
    views.getState().pick('expired');
    await Promise.resolve();
    expect(bridge.inputsOf('links:open')).toEqual([builtInViews.expired]);
    expect(views.getState().currentId).toBe('expired');
  });

  it('are reset by picking the current one again', () => {
    const { query, views } = viewsOver({ views: [kwd] });
    views.getState().pick('kwd');
    query.getState().setFilter({ ...kwd.filter, words: ['noor'] });
    views.getState().pick('kwd');
    expect(query.getState().filter).toEqual(kwd.filter);
  });

  it('are picked by their place in the list, the saved ones after the built-in ones', () => {
    const { views } = viewsOver({ views: [kwd] });
    views.getState().pickAt(1);
    expect(views.getState().currentId).toBe('open');
    views.getState().pickAt(7);
    expect(views.getState().currentId).toBe('kwd');
    views.getState().pickAt(8);
    expect(views.getState().currentId).toBe('kwd');
  });

  it('with columns and density of their own apply them; the next one without gets those of the settings back', () => {
    const { columns, settings, views } = viewsOver({ views: [kwd, dense], columns: general });
    views.getState().pick('dense');
    expect(columns.getState().layout).toEqual(narrow);
    expect(settings.getState().settings.density).toBe('compact');
    views.getState().pick('kwd');
    expect(columns.getState().layout).toEqual(general);
  });

  it('without columns of their own leave the table as it is', () => {
    const { columns, views } = viewsOver({ views: [kwd] });
    columns.getState().setLayout(narrow);
    views.getState().pick('kwd');
    views.getState().pick('open');
    expect(columns.getState().layout).toEqual(narrow);
  });

  it('are saved under a name with what is on screen, and the new one is current', async () => {
    const { query, views, saved } = viewsOver({ views: [kwd] });
    query.getState().setFilter({ words: ['noor'] });
    await views.getState().saveAs(' Noor ', false);
    await views.getState().saveAs('Noor with columns', true);
    expect(saved().slice(1)).toEqual([
      { id: 'view-1', name: 'Noor', filter: { words: ['noor'] }, sort: [] },
      {
        id: 'view-2',
        name: 'Noor with columns',
        filter: { words: ['noor'] },
        sort: [],
        columns: general,
        density: 'normal',
      },
    ]);
    expect(views.getState().currentId).toBe('view-2');
  });

  it('take changes in when they are saved: columns and density only where they have their own', async () => {
    const { query, columns, views, saved } = viewsOver({ views: [kwd, dense] });
    for (const id of ['kwd', 'dense']) {
      views.getState().pick(id);
      query.getState().setFilter({ statuses: ['open'] });
      columns.getState().setLayout(general);
      await views.getState().save();
    }
    expect(saved()).toEqual([
      { ...kwd, filter: { statuses: ['open'] } },
      { ...dense, filter: { statuses: ['open'] }, columns: general },
    ]);
  });

  it('can be renamed', async () => {
    const { views, saved } = viewsOver({ views: [kwd, dense] });
    await views.getState().rename('kwd', ' Dinars ');
    expect(saved()).toEqual([{ ...kwd, name: 'Dinars' }, dense]);
  });

  it('that are deleted leave the rows on screen, and come back to their place', async () => {
    const { bridge, query, views, saved } = viewsOver({ views: [kwd, dense] });
    views.getState().pick('kwd');
    const undo = await views.getState().remove('kwd');
    expect(saved()).toEqual([dense]);
    expect(views.getState().currentId).toBe('all');
    expect(query.getState().filter).toEqual(kwd.filter);
    expect(bridge.inputsOf('links:open')).toHaveLength(1);
    await undo();
    expect(saved()).toEqual([kwd, dense]);
    expect(views.getState().currentId).toBe('kwd');
  });

  it('that come back do not take the screen from a view picked meanwhile', async () => {
    const { views } = viewsOver({ views: [kwd] });
    views.getState().pick('kwd');
    const undo = await views.getState().remove('kwd');
    views.getState().pick('paid-this-month');
    await undo();
    expect(views.getState().currentId).toBe('paid-this-month');
  });

  it('that could not be kept are not there, and the one before stays', async () => {
    const { views, saved } = viewsOver({ views: [kwd] }, true);
    await expect(views.getState().saveAs('New', true)).rejects.toThrow('disk full');
    await expect(views.getState().remove('kwd')).rejects.toThrow('disk full');
    expect(saved()).toEqual([kwd]);
    expect(views.getState().currentId).toBe('all');
  });
});
