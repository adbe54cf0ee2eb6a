import type { Migration } from '../migrate';

import { links } from './0001-links';
import { editQueue } from './0002-edit-queue';
import { plans } from './0003-plans';
import { millionLinks } from './0004-million-links';
import { secondProvider } from './0005-second-provider';

/** Every step of the schema, oldest first. A step that has been shipped is never changed: a new one is added. */
export const allMigrations: readonly Migration[] = [links, editQueue, plans, millionLinks, secondProvider];
