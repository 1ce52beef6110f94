DROP TABLE exchange_act;
DROP TABLE exchange_party;
DROP TABLE exchange;
