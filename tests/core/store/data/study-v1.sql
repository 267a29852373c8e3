-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of a study as version 1 of the file held them: one scan, read by R1 with a 1 in every cell and submitted.
-- Made by the program of that version, then: sqlite3 FILE '.dump --data-only'
INSERT INTO study VALUES(1,'9260f568-05e2-4ccc-8352-68a96b5fd3bc','Old study',1,'nhanes',2,6,0,'2026-11-20T22:36:38.659Z');
INSERT INTO arms VALUES(1,'ivg','editable');
INSERT INTO people VALUES(1,'a448be9b-b48d-41e4-b6c7-0c8bb41e9e2b','Cora',0,0,1,0,NULL,'2026-11-20T22:36:38.659Z');
INSERT INTO people VALUES(2,'6fdc6ce3-9ad3-45d2-b8d9-5cf32ae9d116','R1',1,0,0,0,NULL,'2026-11-20T22:36:38.659Z');
INSERT INTO scans VALUES(1,'ba826508-5eaf-4837-a28a-5ea2e810558f','S0001','/scans/1.dcm',0,512,1024,NULL,NULL,NULL,8,'unknown','1.2.3.1','hash1','2026-11-20T22:36:38.679Z');
INSERT INTO identities VALUES(1,'','','');
INSERT INTO reading_passes VALUES(1,2,1,1,2182108473,'2026-11-20T22:36:38.691Z');
INSERT INTO readings VALUES(1,'e8ea9165-b31b-47cc-a83f-cd2c78fe0ae9',1,1,'2026-11-20T22:36:38.692Z');
INSERT INTO reading_events VALUES(1,1,'cell',2,'L1','anterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.692Z');
INSERT INTO reading_events VALUES(2,1,'cell',2,'L1','posterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.695Z');
INSERT INTO reading_events VALUES(3,1,'cell',2,'L2','anterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.699Z');
INSERT INTO reading_events VALUES(4,1,'cell',2,'L2','posterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.703Z');
INSERT INTO reading_events VALUES(5,1,'cell',2,'L3','anterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.711Z');
INSERT INTO reading_events VALUES(6,1,'cell',2,'L3','posterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.715Z');
INSERT INTO reading_events VALUES(7,1,'cell',2,'L4','anterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.723Z');
INSERT INTO reading_events VALUES(8,1,'cell',2,'L4','posterior',1,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.727Z');
INSERT INTO reading_events VALUES(9,1,'submitted',2,NULL,NULL,NULL,NULL,'',NULL,'',0,NULL,NULL,NULL,0,0.0,'0.1.0','2026-11-20T22:36:38.735Z');
INSERT INTO audit_log VALUES(1,'2026-11-20T22:36:38.659Z',1,'addPerson','people',1,'','Cora: coordinator','','8ad4158e71abf77a8ee6ce74789691d53bdc77a3c5afd38920efc1387d586055','f15264c81c1060aef22a2998e9fe24bf0968b0b8ed0b3cf8aad44dd54792cf87');
INSERT INTO audit_log VALUES(2,'2026-11-20T22:36:38.659Z',1,'createStudy','study',1,'','Old study','','52b3c17c5d6f26a35355bb7e86f9cff8f206abfc988d7dda6fc97f4ef9c572d5','e908d395c6f9a742097a9bfdf0e815adc36814ffe5f1350226f7ec5b99cfa2ab');
INSERT INTO audit_log VALUES(3,'2026-11-20T22:36:38.659Z',1,'addArm','arms',1,'','ivg','','8480e5f0020bb1fabf263f278d488b008768dc57dc1451a5e784a154cd862090','bfe8033260c277191e295a2b248d92162b38f2fd9800112124383b5464244758');
INSERT INTO audit_log VALUES(4,'2026-11-20T22:36:38.659Z',1,'addPerson','people',2,'','R1: reader','','aa45f664612b258fe1f8bf5b2cea65b3cfa7321a689e0d6e1c33a882282b2855','eb05b36269c44fd4fda27c65d00a36edfeb9b6e63399990f757ac29bd87ce02f');
INSERT INTO audit_log VALUES(5,'2026-11-20T22:36:38.679Z',1,'addScan','scans',1,'','S0001','','a2dce87bd81daf84b056a78eed15e6938af7e9601901153c3526707bbe3d6af7','6ed59176608438a0bef120e23ef4a0a132bdc3e88c0273326321c38a34b5cad6');
INSERT INTO audit_log VALUES(6,'2026-11-20T22:36:38.679Z',1,'addIdentity','identities',1,'','','','9a6b0307f159396ec3cc8318bcbc9d47732522fb95bbfb9b0ba45ffa87eb1888','8ab2f158a884f9b3448c48e09ff3965677abe9f25b94e7d56684edcd151f6a5b');
INSERT INTO audit_log VALUES(7,'2026-11-20T22:36:38.691Z',2,'openPass','reading_passes',1,'','ivg session 1','','97cb25cdac3fa05febbc42a73d99be573444bb6900246e8a684b93f77debf701','d74ea5e437bb1f2af39df4992c00d87cd3421d343c32504d6b2c1e730a1550ff');
INSERT INTO audit_log VALUES(8,'2026-11-20T22:36:38.692Z',2,'openReading','readings',1,'','','','7399e068238aa0ae93343ee14cfe36a0253a2646b2fb813b4c905b8906a933b0','7b33a504e8068b1545967c8d9ae8dbeed3335129d6cb7091db773a0e5a1f115a');
INSERT INTO audit_log VALUES(9,'2026-11-20T22:36:38.692Z',2,'gradeCell','reading_events',1,'L1 anterior blank','L1 anterior 1','','8aff6fa528933ab25147ad74df7445a1e044589b7601e3875489046f3b4ab49e','b12b3a0fb0016bc0c4b67c287fe110d886278b2a8658176b8e6c77f8194877c2');
INSERT INTO audit_log VALUES(10,'2026-11-20T22:36:38.695Z',2,'gradeCell','reading_events',2,'L1 posterior blank','L1 posterior 1','','81cf0fb629736019f0afc9eae194be017e5869bc2a2d22c8e6112e42ce0456a5','8d0492ff1bfd7347babc0ac24ef8449b7cd0b7833a8e04440092ac0414b6a529');
INSERT INTO audit_log VALUES(11,'2026-11-20T22:36:38.699Z',2,'gradeCell','reading_events',3,'L2 anterior blank','L2 anterior 1','','cdb9e7e9b9aee254ff9c495c171c44ea33be953a49c22cef28bcb3304980e646','c3f987637145fb7a35235d57215006a984fc38d7da7af3d33f2e1ec14e62092e');
INSERT INTO audit_log VALUES(12,'2026-11-20T22:36:38.703Z',2,'gradeCell','reading_events',4,'L2 posterior blank','L2 posterior 1','','1406bfefe53c4314f6e3aa5c85b15399e33b611825f3a16ed472d4e6e2cd4d29','2ecff8e8e99d92987997947e49bb8f4265be98a9e66538ca0434becc00cc3861');
INSERT INTO audit_log VALUES(13,'2026-11-20T22:36:38.711Z',2,'gradeCell','reading_events',5,'L3 anterior blank','L3 anterior 1','','c157c36265eb0506498bd4b2567a8132f6f2b674cfa0596b53585bd5dea90646','a2c1209891c2b98879c8d4a7775b8d8fd15e3d5fcb3ff63b938cc5efaf81277d');
INSERT INTO audit_log VALUES(14,'2026-11-20T22:36:38.715Z',2,'gradeCell','reading_events',6,'L3 posterior blank','L3 posterior 1','','2c25b1c0d4be18f9028bcbfa2ea476821122de5ca48a0813ded1d63f2cb345ac','8ee2e5b62ac6ae7259b55a5d1681bddf48e37c8f1c6d7994eb9c62096c5e1ee6');
INSERT INTO audit_log VALUES(15,'2026-11-20T22:36:38.723Z',2,'gradeCell','reading_events',7,'L4 anterior blank','L4 anterior 1','','f1b875a8e9b56fde39d959f57b6fe487f9267ad5287fc62f55353f79e1b52a29','1e6a636ecf963aad5c5a14ac56bbad9ef38b55bc96a7991ee7e7522c8221f369');
INSERT INTO audit_log VALUES(16,'2026-11-20T22:36:38.727Z',2,'gradeCell','reading_events',8,'L4 posterior blank','L4 posterior 1','','b9f02c951896ffc08c48124010016d3b6cb69de74a6288cbc7bd477298c70211','616336321f68f470e67e55a6ec72526670e80e98605ee03a5477c7b6dfdb5c0a');
INSERT INTO audit_log VALUES(17,'2026-11-20T22:36:38.735Z',2,'submitReading','reading_events',9,'inProgress','submitted','','089bccb34a3686d9c50965a2a0b290f072a74b72a3159e8c08b79982aeec1c1a','3d261e6d018dc510707c2241f49afb964a3909531a473c02703e5fbc55a82b1d');
