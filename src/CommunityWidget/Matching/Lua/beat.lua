--[[
  People were heard from.
  Guarantee: the newest time counts, and who said goodbye is back.
  KEYS  one hash per person: at, left, and a time for each node that holds a connection
  ARGV  1 now   2 milliseconds after which they are forgotten   3 the node's field, empty when they hold no connection
  Returns nothing.
]]
local now, forget, node = ARGV[1], ARGV[2], ARGV[3]

for _, person in ipairs(KEYS) do
  local at = redis.call('hget', person, 'at')
  if not at or tonumber(at) < tonumber(now) then redis.call('hset', person, 'at', now) end
  redis.call('hset', person, 'left', '0')
  if node ~= '' then redis.call('hset', person, node, now) end
  redis.call('pexpire', person, forget)
end
