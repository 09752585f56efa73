--[[
  A node watches. Presence begins to be known when it was not: after a start, a flush, or when nobody watched for too long.
  Guarantee: of all nodes that notice a loss, one is told that it began.
  KEYS  1 the epoch (hash: since, watched)
  ARGV  1 now   2 milliseconds without a watcher after which what is known is worth nothing
  Returns since when presence is known, and 1 when it began with this call.
]]
local epoch, now, lapse = KEYS[1], ARGV[1], tonumber(ARGV[2])

local since, watched = unpack(redis.call('hmget', epoch, 'since', 'watched'))
if since and tonumber(now) - tonumber(watched) <= lapse then
  if tonumber(now) > tonumber(watched) then redis.call('hset', epoch, 'watched', now) end
  return {since, 0}
end
redis.call('hset', epoch, 'since', now, 'watched', now)
return {now, 1}
