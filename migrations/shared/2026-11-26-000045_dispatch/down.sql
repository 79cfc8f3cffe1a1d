DROP TABLE dispatch_recipient;
DROP TABLE dispatch_paper;
DROP TABLE dispatch;
