--[[
  When a site must be looked at next.
  KEYS  1 later   2 ready
  Returns the time, 0 when something is due already, nil when nothing waits.
]]
local later, ready = KEYS[1], KEYS[2]

if redis.call('exists', ready) == 1 then return '0' end
return redis.call('zrange', later, 0, 0, 'WITHSCORES')[2]
