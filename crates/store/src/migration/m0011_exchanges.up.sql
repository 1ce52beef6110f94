-- Exchanges: what partners do together. The acts are the whole truth and are only ever added; the other two tables are read from them,
-- so that lists need not replay every exchange.
CREATE TABLE exchange (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL, -- JSON: language and text
    need TEXT, -- kind/slug
    stage TEXT NOT NULL,
    since BIGINT NOT NULL,
    acts INTEGER NOT NULL, -- number of acts
    acted_at BIGINT NOT NULL -- time of the last one
);
CREATE INDEX exchange_stage ON exchange (stage, since);
CREATE INDEX exchange_need ON exchange (need);

CREATE TABLE exchange_party (
    exchange_id TEXT NOT NULL REFERENCES exchange (id),
    organization TEXT NOT NULL, -- its slug
    role TEXT NOT NULL,
    standing TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (exchange_id, organization)
);
CREATE INDEX exchange_party_organization ON exchange_party (organization, standing);

-- One row an act. The number is part of the key: of two acts that were made at once for the same place, one is told that it is stale.
CREATE TABLE exchange_act (
    exchange_id TEXT NOT NULL REFERENCES exchange (id),
    number INTEGER NOT NULL, -- from 1
    by_whom TEXT NOT NULL, -- JSON: a party, the secretariat, the clock
    person TEXT, -- who it was; leads to nobody once they are erased
    act TEXT NOT NULL, -- JSON
    at BIGINT NOT NULL,
    PRIMARY KEY (exchange_id, number)
);
CREATE INDEX exchange_act_person ON exchange_act (person);
