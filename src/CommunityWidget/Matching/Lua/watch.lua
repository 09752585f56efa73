--[[
  A node watches. Presence begins to be known when it was not: after a start, a flush, or when nobody watched for too long.
  Guarantee: of all nodes that notice a loss, one is told that it began. A node whose clock is wrong takes the others for a loss once, when it
  comes: from then on its own last look is there to compare with.
  KEYS  1 the epoch (hash: since, watched, and a time for each node that watches)
  ARGV  1 now   2 milliseconds without a watcher after which what is known is worth nothing   3 the node's field
        4 milliseconds after which a node that ended is written down no more
  Returns since when presence is known, and 1 when it began with this call.
]]
local epoch, now, lapse, node, forget = KEYS[1], ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])

local since, watched
local fields = redis.call('hgetall', epoch)
for i = 1, #fields, 2 do
  -- Of a time that is yet to come nothing is known: it was written by a clock that was ahead.
  local ago = math.abs(tonumber(now) - tonumber(fields[i + 1]))
  if fields[i] == 'since' then since = fields[i + 1]
  elseif ago <= lapse then watched = true
  elseif ago > forget then redis.call('hdel', epoch, fields[i]) end
end
redis.call('hset', epoch, node, now)
-- What nodes of a release before compare with.
local last = redis.call('hget', epoch, 'watched')
if not last or tonumber(last) < tonumber(now) then redis.call('hset', epoch, 'watched', now) end
if since and watched then return {since, 0} end
redis.call('hset', epoch, 'since', now)
return {now, 1}
