import type * as Electron from 'electron';
import { BrowserWindow } from './browser-window';

type Template = Electron.MenuItemConstructorOptions;

/** An item of a menu, with what a spec needs to find and click it. Roles have no effect. */
export class MenuItem implements Pick<
  Electron.MenuItem,
  'id' | 'label' | 'enabled' | 'visible' | 'checked' | 'type'
> {
  readonly id: string;
  readonly label: string;
  readonly type: NonNullable<Template['type']>;
  readonly role: Template['role'];
  readonly accelerator: Template['accelerator'];
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template['click'];

  constructor(template: Template) {
    const { id, label, role, submenu, enabled = true, visible = true, checked = false } = template;
    this.id = id ?? '';
    this.label = label ?? role ?? '';
    this.role = role;
    this.accelerator = template.accelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined;
    this.type = template.type ?? (submenu ? 'submenu' : 'normal');
    this.enabled = enabled;
    this.visible = visible;
    this.checked = checked;
    this.#click = template.click;
  }

  click(): void {
    if (!this.enabled) return;
    // The listener gets the stand-in's own item and window, which have the members an application uses of them.
    const window = (BrowserWindow.getFocusedWindow() ?? undefined) as unknown as
      Electron.BaseWindow | undefined;
    this.#click?.(this as unknown as Electron.MenuItem, window, {});
  }
}

let applicationMenu: Menu | null = null;

/** Electron's menu as data: it is not drawn, and its accelerators do nothing. */
export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu = (): Menu | null => applicationMenu;

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
