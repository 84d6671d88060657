-- Opens a session again, says which preset its plugin has, and exports it as 32-bit float.
-- arguments: folder of the session, folder of the result (out.wav), id of the export preset

local function fail (why)
	print ("FAIL " .. why)
	os.exit (1)
end

AudioEngine:set_backend ("None (Dummy)", "", "")
local session = load_session (arg[1], "session")
if not session then fail ("the session does not open again") end
local processor = session:route_by_name ("Track"):nth_plugin (0)
if processor:isnil () then fail ("the plugin is gone") end
print ("reopened " .. processor:to_insert ():plugin (0):last_preset ().label)
local export = session:simple_export ()
if not export:set_preset (arg[3]) then fail ("there is no such export preset") end
export:set_name ("out")
export:set_folder (arg[2])
if not export:run_export () then fail ("export") end
export, processor, session = nil, nil, nil
collectgarbage ()
close_session ()
print ("done")
quit ()
