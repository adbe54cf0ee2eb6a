import type { Migration } from '../migrate';

/**
 * A second provider: what only one provider's accounts have stands as JSON in `account`, what only its links have in `tags` and, as
 * JSON, in `extras`.
 */
export const secondProvider: Migration = {
  version: 5,
  name: 'second provider',
  sql: `
    ALTER TABLE connection ADD COLUMN colour TEXT;
    ALTER TABLE connection ADD COLUMN account TEXT NOT NULL DEFAULT '{}';
    UPDATE connection SET account = json_object(
      'merchantIdentifier', merchant_identifier, 'shaType', sha_type, 'accessCodeTail', access_code_tail
    );
    ALTER TABLE connection DROP COLUMN merchant_identifier;
    ALTER TABLE connection DROP COLUMN sha_type;
    ALTER TABLE connection DROP COLUMN access_code_tail;

    ALTER TABLE link ADD COLUMN tags TEXT;
    ALTER TABLE link ADD COLUMN extras TEXT;
  `,
};
