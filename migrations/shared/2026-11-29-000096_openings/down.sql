DROP INDEX minute_access_opening;
